package org.vigie.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasurementSummaryTest {
    @Test
    void percentilesAreMeasurements() {
        // given
        double[] measured =
                IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray();

        // when, then
        assertThat(MeasurementSummary.of(measured)).isEqualTo(new MeasurementSummary(200, 1, 100, 198, 200));
    }

    @Test
    void nothingMeasuredIsNoSpread() {
        assertThatIllegalArgumentException().isThrownBy(MeasurementSummary::of).withMessageContaining("held none");
    }
}
