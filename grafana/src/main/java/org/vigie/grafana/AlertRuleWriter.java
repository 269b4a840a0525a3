package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Writes the alert rules of operation in the form of Grafana's provisioning files. */
final class AlertRuleWriter {
    private static final int DEFAULT_WINDOW_SECONDS = 600;

    private final DashboardStore store;
    private final JsonNode rules;

    AlertRuleWriter(DashboardStore store, PanelModel model) {
        this.store = store;
        this.rules = model.rules();
    }

    ObjectNode write() {
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("apiVersion", 1);
        ObjectNode group = file.putArray("groups").addObject();
        group.put("orgId", 1)
                .put("name", "vigie")
                .put("folder", DashboardLanguage.FR.folderTitle())
                .put("interval", "30s");
        ArrayNode written = group.putArray("rules");
        rules.forEach(rule -> written.add(rule(rule)));
        return file;
    }

    private ObjectNode rule(JsonNode rule) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("uid", "vigie-" + rule.get("id").asText());
        written.put("title", DashboardLanguage.FR.of(rule.get("title")));
        written.put("condition", "C").set("data", steps(rule));
        written.set("noDataState", rule.get("noData"));
        written.put("execErrState", "Error").set("for", rule.get("for"));
        written.put("isPaused", false);
        ObjectNode labels = written.putObject("labels").put("team", "operations");
        labels.set("severity", rule.get("severity"));
        labels.set("area", rule.get("area"));
        ObjectNode annotations = written.putObject("annotations");
        annotations.put("summary", DashboardLanguage.FR.of(rule.get("about")));
        annotations.put("description", DashboardLanguage.EN.of(rule.get("about")));
        annotations.put(
                "runbook", "docs/runbook.md#" + rule.get("runbook").asText().toLowerCase(Locale.ROOT));
        return written;
    }

    private ArrayNode steps(JsonNode rule) {
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        boolean prometheus = rule.has("expr");
        boolean reduced = !prometheus && store == DashboardStore.INFLUXDB;
        step(steps, rule, "A", prometheus ? "vigie-prometheus" : store.sourceUid())
                .setAll(query(rule, prometheus));
        if (reduced) {
            ObjectNode reduce = step(steps, rule, "B", "__expr__");
            reduce.put("type", "reduce").put("expression", "A").put("reducer", "last");
            reduce.putObject("settings").put("mode", "dropNN");
        }
        threshold(step(steps, rule, "C", "__expr__"), rule, reduced ? "B" : "A");
        return steps;
    }

    private static ObjectNode step(ArrayNode steps, JsonNode rule, String refId, String source) {
        ObjectNode step = steps.addObject().put("refId", refId);
        ObjectNode range = step.putObject("relativeTimeRange");
        range.put("from", rule.path("window").asInt(DEFAULT_WINDOW_SECONDS)).put("to", 0);
        step.put("datasourceUid", source);
        return step.putObject("model").put("refId", refId);
    }

    private ObjectNode query(JsonNode rule, boolean prometheus) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        if (prometheus) {
            return query.put("expr", rule.get("expr").asText())
                    .put("instant", true)
                    .put("range", false);
        }
        query.put("rawQuery", true);
        return store == DashboardStore.QUESTDB
                ? query.put("format", "table")
                        .put("editorMode", "code")
                        .put("rawSql", rule.get("sql").asText())
                : query.put("resultFormat", "time_series")
                        .put("query", rule.get("influxql").asText());
    }

    private void threshold(ObjectNode step, JsonNode rule, String expression) {
        boolean influx = store == DashboardStore.INFLUXDB && rule.has("influxBelow");
        boolean below = influx || rule.has("below");
        JsonNode limit = influx ? rule.get("influxBelow") : rule.get(below ? "below" : "above");
        step.put("type", "threshold").put("expression", expression);
        ObjectNode evaluator = step.putArray("conditions").addObject().putObject("evaluator");
        evaluator.put("type", below ? "lt" : "gt").putArray("params").add(limit);
    }
}
