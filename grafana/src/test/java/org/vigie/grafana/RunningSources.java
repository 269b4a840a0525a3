package org.vigie.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.vigie.testing.monitoring.AlertmanagerProcess;
import org.vigie.testing.monitoring.PrometheusProcess;

/**
 * Asks the running programs of a preview: QuestDB, Debian's Prometheus, and Debian's Alertmanager where it is installed.
 *
 * @param store connection of the data source's user
 * @param now end of the time range of a preview
 * @param range of a preview
 */
record RunningSources(
        Connection store,
        PrometheusProcess prometheus,
        Optional<AlertmanagerProcess> alertmanager,
        Instant now,
        Duration range)
        implements PreviewSources {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public PreviewRows store(String sql) {
        var macros = new GrafanaMacros(now.minus(range), now, Duration.ofMinutes(1), PreviewWard.BED);
        try {
            return PreviewRows.of(store, macros.expand(sql));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public PreviewRows metrics(JsonNode target) {
        String expression = target.get("expr").asText();
        JsonNode answer = parsed(prometheus.query(expression, now.minus(range), now, STEP));
        return PreviewRows.ofMetrics(answer, target.get("legendFormat").asText());
    }

    @Override
    public PreviewRows alarms(String labels) {
        String wanted = labels.replace("$bed", PreviewWard.BED);
        return alertmanager
                .map(running -> PreviewRows.ofAlarms(parsed(running.groups()), wanted))
                .orElseGet(PreviewRows::none);
    }

    @Override
    public PreviewRows rules(String labels) {
        PreviewRows rows = PreviewRows.named("rule", "state");
        AlertRule.of(DashboardStore.QUESTDB).stream()
                .filter(rule -> labels.isEmpty() || rule.matches(labels))
                .forEach(rule -> rows.add(rule.title(), fires(rule) ? "Firing" : "Normal"));
        return rows;
    }

    private boolean fires(AlertRule rule) {
        try {
            return rule.source().equals(DashboardStore.QUESTDB.sourceUid())
                    ? !new FiredRules(store).of(rule).isEmpty()
                    : StreamSupport.stream(now(rule).spliterator(), false)
                            .anyMatch(series -> rule.fires(series.at("/value/1").asDouble()));
        } catch (SQLException e) {
            throw new IllegalStateException(rule.uid(), e);
        }
    }

    private JsonNode now(AlertRule rule) {
        return parsed(prometheus.query(rule.query(), now)).at("/data/result");
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
