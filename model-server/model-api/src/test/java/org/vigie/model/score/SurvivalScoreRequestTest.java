package org.vigie.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

class SurvivalScoreRequestTest {
    @Test
    void aWindowKeepsItsValuesAndDistinguishesMeasuredFromFilled() {
        // given
        HourlyGrid grid = new HourlyGrid();
        grid.add(0, 14, 90);

        ScoreRequest request = ScoreRequest.of(WindowImputer.fill(grid, 1), StaticFeatures.UNKNOWN);

        int newest = 47 * 37 + 14;

        // when, then
        assertThat(request.values()[newest]).isEqualTo(90);
        assertThat(request.measured()[newest]).isZero();
        assertThat(request.measured()[newest - 37]).isOne();
        assertThat(request.ages()[newest]).isOne();
    }

    @Test
    void aWindowOfAnotherSizeIsRefusedByName() {
        // given
        float[] cells = new float[ScoreRequest.CELLS];

        // when, then
        assertThatThrownBy(() -> new ScoreRequest(cells, new float[3], cells, new float[ScoreRequest.STATICS]))
                .hasMessage("measured: must hold 1776 numbers, held 3");
    }

    @Test
    void whatIsNotANumberIsRefused() {
        // given
        float[] cells = new float[ScoreRequest.CELLS];
        float[] broken = new float[ScoreRequest.CELLS];
        broken[7] = Float.NaN;

        // when, then
        assertThatThrownBy(() -> new ScoreRequest(broken, cells, cells, new float[ScoreRequest.STATICS]))
                .hasMessage("values: must be finite, held NaN");
    }
}
