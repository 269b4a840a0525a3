package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void aWholeWardForADayUnlessToldOtherwise() {
        assertThat(Options.of().bench()).isEqualTo(new WardBench(24, Duration.ofHours(24), 1));
        assertThat(Options.of("--beds", "6", "--hours", "3", "--seed", "-7").bench())
                .isEqualTo(new WardBench(6, Duration.ofHours(3), -7));
    }

    @Test
    void jsonGoesToAFileOrToStandardOutput() {
        assertThat(Options.of("--json").json()).hasValue(Options.STDOUT);
        assertThat(Options.of("--json", "--beds", "2").json()).hasValue(Options.STDOUT);
        assertThat(Options.of("--json", "out.json").json()).hasValue("out.json");
        assertThat(Options.of().json()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("--bed"))
                .withMessageContaining("'--bed'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("--beds", "0"))
                .withMessageContaining("beds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("--hours", "x"))
                .withMessageContaining("was x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of("--seed"))
                .withMessageContaining("needs a value");
    }
}
