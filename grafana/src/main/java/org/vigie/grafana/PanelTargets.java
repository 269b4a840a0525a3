package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Writes the queries of a panel as the plug-in of its data source stores them. */
final class PanelTargets {
    private static final Set<String> SERIES = Set.of("timeseries", "state-timeline");
    private static final int LETTERS = 26;

    private final DashboardVariant variant;
    private final ListedWords listed;

    PanelTargets(DashboardVariant variant, PanelModel model) {
        this.variant = variant;
        this.listed = new ListedWords(variant, model);
    }

    /** Returns true when the panel asks Prometheus and not the store. */
    static boolean asksPrometheus(JsonNode panel) {
        return panel.path("source").asText().equals("prometheus");
    }

    /** Returns the data source of a panel. */
    ObjectNode source(JsonNode panel) {
        return asksPrometheus(panel)
                ? DashboardVariant.source("prometheus", "vigie-prometheus")
                : variant.storeSource();
    }

    /** Returns the queries that exist for the store; a query of the other store is left out. */
    ArrayNode of(JsonNode panel) {
        ArrayNode targets = JsonNodeFactory.instance.arrayNode();
        for (JsonNode query : panel.path("queries")) {
            String key = asksPrometheus(panel) ? "expr" : variant.store().queryKey();
            if (query.has(key)) {
                ObjectNode target = targets.addObject();
                target.put("refId", refId(targets.size() - 1)).set("datasource", source(panel));
                fill(
                        target,
                        panel,
                        query,
                        listed.in(variant.localized(query.get(key).asText())));
            }
        }
        return targets;
    }

    private void fill(ObjectNode target, JsonNode panel, JsonNode query, String text) {
        if (asksPrometheus(panel)) {
            target.put("expr", text).put("editorMode", "code").put("range", true);
            JsonNode alias = query.get("alias");
            target.put("legendFormat", alias.isObject() ? variant.language().of(alias) : alias.asText());
        } else if (variant.store() == DashboardStore.QUESTDB) {
            target.put("format", format(panel, query)).put("rawQuery", true).put("editorMode", "code");
            target.put("rawSql", text);
        } else {
            target.put("query", text).put("rawQuery", true).put("resultFormat", format(panel, query));
            if (query.has("alias")) {
                target.put("alias", query.get("alias").asText());
            }
        }
    }

    private static String format(JsonNode panel, JsonNode query) {
        boolean series = SERIES.contains(panel.get("kind").asText());
        return query.path("format").asText(series ? "time_series" : "table");
    }

    private static String refId(int index) {
        return String.valueOf((char) ('A' + index % LETTERS));
    }
}
