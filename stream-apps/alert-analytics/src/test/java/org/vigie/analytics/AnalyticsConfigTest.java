package org.vigie.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.configuration.CommandLines;
import org.vigie.configuration.Configuration;
import org.vigie.configuration.ConfigurationException;

class AnalyticsConfigTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void theExampleSaysTheDefaults() {
        Path example = Path.of("config", "alert-analytics.yaml");

        assertThat(Configuration.load(Optional.of(example), AnalyticsConfig.class, Map.of()))
                .isEqualTo(AnalyticsConfig.defaults());
    }

    @Test
    void whatIsWrongIsNamed() {
        refused("VIGIE_NURSES", "0", "nurses: must be positive, was 0.0");
        refused("VIGIE_TARGET", "-1", "target: must be positive, was -1.0");
        refused("VIGIE_STATE_DIR", "' '", "stateDir: must be a directory");
    }

    @Test
    void aReportIsOfTheLastDayUnlessToldOtherwise() {
        assertThat(period()).isEqualTo(new Period(NOW.minusSeconds(86_400), NOW));
        assertThat(period("--from", "PT2H", "--to", "2026-03-02T07:00:00Z"))
                .isEqualTo(new Period(NOW.minusSeconds(7_200), NOW.minusSeconds(3_600)));
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

    private static Period period(String... args) {
        return CommandLines.parsed(new AlarmsReportCommand(), args).options(NOW).period();
    }

    private static void refused(String variable, String value, String why) {
        assertThatThrownBy(() -> Configuration.load(Optional.empty(), AnalyticsConfig.class, Map.of(variable, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(why);
    }
}
