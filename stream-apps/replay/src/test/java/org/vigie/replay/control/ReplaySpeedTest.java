package org.vigie.replay.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplaySpeedTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "10, 10", "0.5, 0.5", "max, max"})
    void aSpeedIsWrittenAsItIsRead(String text, String written) {
        assertThat(ReplaySpeed.parse("--speed", text)).hasToString(written);
    }

    @Test
    void theFastestSpeedIsZero() {
        assertThat(ReplaySpeed.parse("--speed", "max")).isEqualTo(ReplaySpeed.max());
        assertThat(ReplaySpeed.max().times()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "fast", "NaN", "Infinity", ""})
    void anotherSpeedIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplaySpeed.parse("--speed", text))
                .withMessage("--speed: must be a positive number, or max, was '" + text + "'");
    }
}
