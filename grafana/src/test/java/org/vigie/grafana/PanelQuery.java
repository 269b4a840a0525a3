package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a query that Grafana sends to a data source.
 *
 * @param place where it stands, for people
 * @param kind how Grafana reads the answer
 * @param source identifier of the data source
 * @param text of the query, in the language of the data source
 */
record PanelQuery(String place, QueryKind kind, String source, String text) {
    private static final List<String> TEXTS = List.of("rawSql", "query", "expr");

    enum QueryKind {
        /** A time and at least one number. */
        TIME_SERIES,
        /** Any columns. */
        TABLE,
        /** The values of a variable. */
        VARIABLE
    }

    @Override
    public String toString() {
        return place;
    }

    /** Returns every query of every panel, variable and mark that goes to the store. */
    static List<PanelQuery> of(DashboardStore store) {
        return ShippedDashboards.dashboards(store).stream()
                .flatMap(file -> of(file, ShippedDashboards.dashboard(file)).stream())
                .filter(query -> query.source().equals(store.sourceUid()))
                .toList();
    }

    static List<PanelQuery> of(String file, JsonNode dashboard) {
        List<PanelQuery> queries = new ArrayList<>();
        for (JsonNode panel : dashboard.get("panels")) {
            panel.path("targets").forEach(target -> queries.add(of(file, panel.get("title"), target)));
        }
        dashboard.at("/annotations/list").forEach(mark -> queries.add(of(file, mark.get("name"), mark.get("target"))));
        for (JsonNode variable : dashboard.at("/templating/list")) {
            if (variable.get("type").asText().equals("query")) {
                String source = variable.at("/datasource/uid").asText();
                String place = file + ": $" + variable.get("name").asText();
                queries.add(new PanelQuery(
                        place, QueryKind.VARIABLE, source, variable.get("query").asText()));
            }
        }
        return queries;
    }

    /** @param owner title of the panel, or name of the mark */
    static PanelQuery of(String file, JsonNode owner, JsonNode target) {
        String place = file + ": " + owner.asText() + " " + target.get("refId").asText();
        String text = TEXTS.stream()
                .filter(target::has)
                .map(key -> target.get(key).asText())
                .findFirst()
                .orElseThrow();
        return new PanelQuery(place, kind(target), target.at("/datasource/uid").asText(), text);
    }

    private static QueryKind kind(JsonNode target) {
        String format = target.path("format").asText(target.path("resultFormat").asText());
        return format.equals("time_series") ? QueryKind.TIME_SERIES : QueryKind.TABLE;
    }
}
