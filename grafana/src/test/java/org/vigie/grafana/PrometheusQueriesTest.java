package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the queries and rules that ask Prometheus with Prometheus' own promtool. */
class PrometheusQueriesTest {
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");
    private static final List<String> COMMON = List.of(
            "vigie_station_newest_record_age_seconds{topic=\"t\"} 1",
            "vigie_gateway_messages_total{sender=\"MON\"} 0+1",
            "vigie_vitals_readings_total{verdict=\"KEPT\"} 0+1",
            "vigie_kafka_records_consumed_total{app=\"vitals-streams\"} 0+1",
            "vigie_sink_rows_total 0+1",
            "vigie_sink_dead_letters_total 0",
            "vigie_sink_records_quarantined_total 0",
            "vigie_inference_waiting{model=\"survival\"} 0",
            "vigie_notifications_waiting{channel=\"mail\"} 0",
            "vigie_station_event_streams 3",
            "flink_jobmanager_job_lastCheckpointCompletedTimestamp{job_name=\"risk-flink\"} 60000",
            "jvm_memory_used_bytes{area=\"heap\", instance=\"a\"} 1000");
    private static final List<String> HEALTHY = List.of(
            "vigie_kafka_records_lag_max{app=\"vitals-streams\"} 90",
            "vigie_station_beds_unwatched{instance=\"s\", reason=\"CANARY_MISSED\"} 0",
            "vigie_health_check_up{app=\"dashboard-sink\", check=\"store and registry\"} 1",
            "vigie_tls_certificate_expires_timestamp_seconds{instance=\"s\", listener=\"station\"} 9000000");
    private static final List<String> TROUBLED = List.of(
            "vigie_kafka_records_lag_max{app=\"vitals-streams\"} 5000",
            "vigie_station_beds_unwatched{instance=\"s\", reason=\"CANARY_MISSED\"} 2",
            "vigie_health_check_up{app=\"dashboard-sink\", check=\"store and registry\"} 0",
            "vigie_tls_certificate_expires_timestamp_seconds{instance=\"s\", listener=\"station\"} 900000");

    private final YAMLMapper yaml = new YAMLMapper();
    private final Map<String, String> rules = new TreeMap<>();
    private final Map<String, String> panels = new TreeMap<>();

    PrometheusQueriesTest() {
        AlertRule.of(DashboardStore.QUESTDB).stream()
                .filter(rule -> rule.source().equals("vigie-prometheus"))
                .forEach(rule -> rules.put(
                        rule.uid().replace('-', '_'),
                        "(" + rule.query() + ") " + (rule.below() ? "< " : "> ") + rule.limit()));
        PanelQuery.of("pipeline", ShippedDashboards.dashboard("questdb/fr/pipeline.json")).stream()
                .filter(query -> query.source().equals("vigie-prometheus"))
                .forEach(query -> panels.put("panel_" + panels.size(), "count(" + query.text() + ") > 0"));
    }

    @Test
    void everyPanelShowsSomethingAndEveryRuleFiresOnItsProblemOnly(@TempDir Path folder) throws Exception {
        // given
        assertThat(rules).hasSize(4);
        assertThat(panels).hasSizeGreaterThan(12);
        writeRules(folder);
        writeTests(folder);

        // when
        Process promtool = new ProcessBuilder(PROMTOOL.toString(), "test", "rules", "tests.yaml")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(promtool.waitFor()).as(output).isZero();
    }

    private void writeRules(Path folder) throws IOException {
        ObjectNode file = yaml.createObjectNode();
        ArrayNode written =
                file.putArray("groups").addObject().put("name", "grafana").putArray("rules");
        rules.forEach(
                (name, expression) -> written.addObject().put("alert", name).put("expr", expression));
        panels.forEach(
                (name, expression) -> written.addObject().put("alert", name).put("expr", expression));
        Files.writeString(folder.resolve("rules.yaml"), yaml.writeValueAsString(file));
    }

    private void writeTests(Path folder) throws IOException {
        ObjectNode file = yaml.createObjectNode();
        file.putArray("rule_files").add("rules.yaml");
        ArrayNode tests = file.putArray("tests");
        world(tests.addObject(), TROUBLED, true);
        world(tests.addObject(), HEALTHY, false);
        Files.writeString(folder.resolve("tests.yaml"), yaml.writeValueAsString(file));
    }

    private void world(ObjectNode test, List<String> series, boolean troubled) {
        ArrayNode given = test.put("interval", "15s").putArray("input_series");
        COMMON.forEach(line -> series(given.addObject(), line));
        series.forEach(line -> series(given.addObject(), line));
        ArrayNode expected = test.putArray("promql_expr_test");
        rules.keySet().forEach(rule -> expect(expected.addObject(), rule, troubled));
        panels.keySet().forEach(panel -> expect(expected.addObject(), panel, true));
    }

    private static void series(ObjectNode series, String line) {
        int blank = line.lastIndexOf(' ');
        String value = line.substring(blank + 1);
        series.put("series", line.substring(0, blank)).put("values", value + (value.contains("+") ? "x400" : "+0x400"));
    }

    private static void expect(ObjectNode test, String alert, boolean firing) {
        test.put("expr", "count(ALERTS{alertname=\"" + alert + "\", alertstate=\"firing\"})")
                .put("eval_time", "90m");
        ArrayNode samples = test.putArray("exp_samples");
        if (firing) {
            samples.addObject().put("value", 1);
        }
    }
}
