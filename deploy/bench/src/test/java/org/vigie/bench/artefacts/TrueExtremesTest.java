package org.vigie.bench.artefacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.signal.clean.retrospective.CellMarks;
import org.vigie.signal.clean.retrospective.SignalGrid;

/** Tests which values count as true extremes. */
class TrueExtremesTest {
    @Test
    void aDesaturationOfTenSecondsIsATrueExtremeAndAShorterOneIsNot() {
        assertThat(extremes(10)).isEqualTo(10);
        assertThat(extremes(9)).isZero();
    }

    @Test
    void aCountKeepsPrecisionAndRecallApart() {
        // when
        DetectionCounts counts = new DetectionCounts(6, 2, 4);

        // then
        assertThat(counts.precision()).isEqualTo(0.75);
        assertThat(counts.recall()).isEqualTo(0.6);
        assertThat(counts.f1()).isEqualTo(0.667);
    }

    private static long extremes(int seconds) {
        double[] saturation = IntStream.range(0, 60)
                .mapToDouble(row -> row >= 20 && row < 20 + seconds ? 80 : 97)
                .toArray();
        CellMarks cells = new TrueExtremes(new SignalGrid(
                        "story",
                        true,
                        List.of("spo2"),
                        IntStream.range(0, 60).asLongStream().toArray(),
                        new double[][] {saturation}))
                .cells();
        return IntStream.range(0, 60).filter(row -> cells.at(0, row)).count();
    }
}
