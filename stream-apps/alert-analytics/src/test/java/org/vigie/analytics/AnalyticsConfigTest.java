package org.vigie.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
        assertThat(ReportOptions.of(NOW, "report").period()).isEqualTo(new Period(NOW.minusSeconds(86_400), NOW));
        assertThat(ReportOptions.of(NOW, "report", "--from", "PT2H", "--to", "2026-03-02T07:00:00Z")
                        .period())
                .isEqualTo(new Period(NOW.minusSeconds(7_200), NOW.minusSeconds(3_600)));
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        notUnderstood("expected 'report'");
        notUnderstood("--from: needs a value", "report", "--from");
        notUnderstood("was 'yesterday'", "report", "--from", "yesterday");
        notUnderstood("must be text, json or html", "report", "--format", "pdf");
        notUnderstood("must be after --from", "report", "--to", "P3D");
        notUnderstood("unknown option '--bed'", "report", "--bed", "1");
    }

    private static void notUnderstood(String why, String... args) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReportOptions.of(NOW, args))
                .withMessageContaining(why);
    }

    private static void refused(String variable, String value, String why) {
        assertThatThrownBy(() -> Configuration.load(Optional.empty(), AnalyticsConfig.class, Map.of(variable, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(why);
    }
}
