package org.vigie.training.imputation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.inference.imputation.ImputationDirection;
import org.vigie.inference.imputation.ImputationGrid;
import org.vigie.inference.imputation.ImputerChannels;

class ImputerChannelsTest {
    private static final float MEDIAN = -.5f;

    @Test
    void aTwoSidedEstimateIsInterpolatedAndACausalOneIsTheLastValue() {
        // given
        ImputationGrid grid = firstColumn(Map.of(2, 1f, 6, 3f));

        // when, then
        assertThat(estimate(ImputationDirection.TWO_SIDED, grid, 3)).isEqualTo(1.5f);
        assertThat(estimate(ImputationDirection.TWO_SIDED, grid, 0)).isEqualTo(1);
        assertThat(estimate(ImputationDirection.CAUSAL, grid, 3)).isEqualTo(1);
        assertThat(estimate(ImputationDirection.CAUSAL, grid, 40)).isEqualTo(3);
    }

    @Test
    void anEmptyColumnGetsItsMedian() {
        // given
        ImputationGrid grid = firstColumn(Map.of());

        // when, then
        for (ImputationDirection direction : ImputationDirection.values()) {
            assertThat(estimate(direction, grid, 5)).isEqualTo(MEDIAN);
        }
    }

    @Test
    void neighboursAndGapsStandBesideTheValue() {
        // when
        float[] channels = channels(ImputationDirection.TWO_SIDED, firstColumn(Map.of(1, 1f, 2, 2f, 6, 6f, 8, 8f)), 4);

        // then
        assertThat(channels).containsExactly(0, 0, 4, 2, 1, .5f, 6, 8, .5f, 4.25f);
    }

    @Test
    void aVisibleValueIsNoEstimateOfItself() {
        // given
        ImputationGrid grid = firstColumn(Map.of(3, 1f, 4, 9f, 5, 2f));

        // when
        float[] channels = channels(ImputationDirection.TWO_SIDED, grid, 4);

        // then
        assertThat(channels[0]).isEqualTo(9);
        assertThat(channels[1]).isEqualTo(1);
        assertThat(channels[ImputerChannels.ESTIMATE]).isEqualTo(1.5f);
    }

    @Test
    void aCausalCellDoesNotDependOnLaterHours() {
        // given
        float[] before = channels(ImputationDirection.CAUSAL, firstColumn(Map.of(1, 1f, 5, 5f, 9, 0f)), 6);

        // when
        float[] changed = channels(ImputationDirection.CAUSAL, firstColumn(Map.of(1, 1f, 5, 5f, 7, 4f, 9, 7f)), 6);

        // then
        assertThat(changed).containsExactly(before);
    }

    private static float estimate(ImputationDirection direction, ImputationGrid grid, int hour) {
        return channels(direction, grid, hour)[ImputerChannels.ESTIMATE];
    }

    /** Returns the channels of the first column in one hour. */
    private static float[] channels(ImputationDirection direction, ImputationGrid grid, int hour) {
        float[] medians = new float[ImputationGrid.COLUMNS];
        Arrays.fill(medians, MEDIAN);
        float[] all = new ImputerChannels(direction, medians).of(grid);
        int from = hour * ImputationGrid.COLUMNS * ImputerChannels.CHANNELS;
        return Arrays.copyOfRange(all, from, from + ImputerChannels.CHANNELS);
    }

    private static ImputationGrid firstColumn(Map<Integer, Float> byHour) {
        float[] values = new float[ImputationGrid.CELLS];
        Arrays.fill(values, Float.NaN);
        byHour.forEach((hour, value) -> values[hour * ImputationGrid.COLUMNS] = value);
        return new ImputationGrid(7, values);
    }
}
