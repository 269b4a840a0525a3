package org.vigie.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class PeriodOptionsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Command(name = "read")
    private static final class ReadSampleCommand {
        @Mixin
        private PeriodOptions period;
    }

    @Test
    void withoutOptionsThePeriodIsTheLastDay() {
        // when
        PeriodOptions period = parsed();

        // then
        assertThat(period.from(NOW)).isEqualTo("2026-02-28T08:00:00Z");
        assertThat(period.to(NOW)).isEqualTo(NOW);
    }

    @Test
    void aTimeIsTakenAsItIsAndADurationCountsBackFromNow() {
        // when
        PeriodOptions period = parsed("--from", "2026-02-01T01:00:00+01:00", "--to", "PT30M");

        // then
        assertThat(period.from(NOW)).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(period.to(NOW)).isEqualTo("2026-03-01T07:30:00Z");
    }

    @Test
    void whatIsNeitherIsRefusedWithItsOption() {
        // when
        PeriodOptions period = parsed("--from", "yesterday", "--to", "P1M");

        // then
        assertThatThrownBy(() -> period.from(NOW))
                .hasMessageStartingWith("--from: must be a time such as 2026-03-01T14:05:00Z")
                .hasMessageEndingWith("or a time before now such as PT5M, was 'yesterday'");
        assertThatThrownBy(() -> period.to(NOW))
                .hasMessageStartingWith("--to: must be a time such as")
                .hasMessageEndingWith("was 'P1M'");
    }

    private static PeriodOptions parsed(String... arguments) {
        return CommandRunner.parsed(new ReadSampleCommand(), arguments).period;
    }
}
