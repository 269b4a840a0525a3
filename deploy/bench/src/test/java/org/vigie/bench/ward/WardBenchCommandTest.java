package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.platform.command.CommandRunner;
import org.vigie.simulator.patient.PatientVariability;

class WardBenchCommandTest {
    @Test
    void theBenchRunsOneDayOfAWardByDefault() {
        assertThat(bench())
                .isEqualTo(new WardBench(
                        24,
                        Duration.ofHours(24),
                        1,
                        PatientVariability.FITTED,
                        Optional.empty(),
                        SimulatedNurse.RESPONSE));
        assertThat(bench("--beds", "6", "--hours", "3", "--seed", "-7", "--variability", "none", "--response", "0"))
                .isEqualTo(new WardBench(
                        6, Duration.ofHours(3), -7, PatientVariability.NONE, Optional.empty(), Duration.ZERO));
    }

    @Test
    void jsonMayStandBeforeAnotherOption() {
        assertThat(bench("--json", "--beds", "2").beds()).isEqualTo(2);
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThatThrownBy(() -> bench("--bed", "3")).hasMessageContaining("--bed");
        assertThatThrownBy(() -> bench("--hours", "x"))
                .hasMessageContaining("--hours")
                .hasMessageContaining("x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench("--beds", "0"))
                .withMessage("beds: must be 1 or more, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench("--response", "30"))
                .withMessage("response: must be 0 or at least 60 s, was PT30S");
    }

    private static WardBench bench(String... arguments) {
        return CommandRunner.parsed(new WardBenchCommand(), arguments).bench();
    }
}
