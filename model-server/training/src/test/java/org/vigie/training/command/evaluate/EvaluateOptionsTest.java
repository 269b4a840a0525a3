package org.vigie.training.command.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.vigie.evaluation.BootstrapEstimator;

class EvaluateOptionsTest {
    private static final List<String> ASKED =
            List.of("--model", "m", "--data", "d", "--outcomes", "o.txt", "--report", "r");

    @Test
    void theRestHasDefaults() {
        // when
        EvaluateOptions options = parse();

        // then
        assertThat(options.hours()).containsExactly(6, 12, 24, 36, 48);
        assertThat(options.threshold()).isEmpty();
        assertThat(options.bootstrap()).isEqualTo(new BootstrapEstimator(1000, 2012));
    }

    @Test
    void everyOptionIsTaken() {
        // when
        EvaluateOptions options = parse("--hours", "12", "--threshold", "0.3", "--resamples", "50", "--seed", "7");

        // then
        assertThat(options.hours()).containsExactly(12);
        assertThat(options.threshold()).isEqualTo(OptionalDouble.of(0.3));
        assertThat(options.bootstrap()).isEqualTo(new BootstrapEstimator(50, 7));
    }

    @Test
    void wrongOptionsAreReported() {
        assertThatThrownBy(() -> EvaluateOptions.parse("--model", "m", "--data", "d", "--report", "r"))
                .hasMessageStartingWith("--outcomes: missing");
        assertThatThrownBy(() -> parse("--format", "fhir"))
                .hasMessage(
                        "--format: must be one of physionet2012, physionet2019, mimic-iv-demo, extracted, was 'fhir'");
        assertThatThrownBy(() -> parse("--robustness", "yes")).hasMessage("--robustness: must be on or off, was 'yes'");
        assertThatThrownBy(() -> parse("--threshold", "high"))
                .hasMessageContaining("--threshold")
                .hasMessageContaining("high");
        for (String outside : List.of("0", "1", "-0.2", "NaN", "30")) {
            assertThatThrownBy(() -> parse("--threshold", outside))
                    .hasMessageStartingWith("--threshold: must lie between 0 and 1");
        }
        assertThatThrownBy(() -> parse("--resamples", "0")).hasMessage("resamples: must be at least 1, was 0");
    }

    private static EvaluateOptions parse(String... more) {
        List<String> all = new ArrayList<>(ASKED);
        all.addAll(List.of(more));
        return EvaluateOptions.parse(all.toArray(String[]::new));
    }
}
