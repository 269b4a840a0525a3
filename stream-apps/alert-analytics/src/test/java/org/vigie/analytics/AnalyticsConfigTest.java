package org.vigie.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.InvalidConfigException;

/** Tests the defaults, the mapping and the refusals of the analytics configuration. */
class AnalyticsConfigTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void theExampleFileShowsTheDefaults() {
        // given
        Path example = Path.of("config", "alert-analytics.yaml");

        // when, then
        assertThat(ConfigLoader.load(Optional.of(example), AnalyticsConfig.class, Map.of()))
                .isEqualTo(AnalyticsConfig.defaults());
    }

    @Test
    void whatIsWrongIsNamed() {
        refused("VIGIE_NURSES", "0", "nurses: must be positive, was 0.0");
        refused("VIGIE_TARGET", "-1", "target: must be positive, was -1.0");
        refused("VIGIE_STATE_DIR", "' '", "stateDir: must be a directory");
    }

    @Test
    void aReportCoversTheLastDayByDefault() {
        assertThat(period()).isEqualTo(new ReportPeriod(NOW.minusSeconds(86_400), NOW));
        assertThat(period("--from", "PT2H", "--to", "2026-03-02T07:00:00Z"))
                .isEqualTo(new ReportPeriod(NOW.minusSeconds(7_200), NOW.minusSeconds(3_600)));
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> period("--from", "yesterday"))
                .withMessageContaining("was 'yesterday'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> period("--to", "P3D"))
                .withMessageContaining("must be after --from");
    }

    private static ReportPeriod period(String... args) {
        return CommandRunner.parsed(new AlarmsReportCommand(), args)
                .options(NOW)
                .period();
    }

    private static void refused(String variable, String value, String why) {
        assertThatThrownBy(() -> ConfigLoader.load(Optional.empty(), AnalyticsConfig.class, Map.of(variable, value)))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(why);
    }
}
