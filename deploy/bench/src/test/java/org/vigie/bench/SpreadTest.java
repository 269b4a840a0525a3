package org.vigie.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void percentilesAreMeasurements() {
        double[] measured =
                IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray();

        assertThat(Spread.of(measured)).isEqualTo(new Spread(200, 1, 100, 198, 200));
    }

    @Test
    void nothingMeasuredIsNoSpread() {
        assertThatIllegalArgumentException().isThrownBy(Spread::of).withMessageContaining("held none");
    }
}
