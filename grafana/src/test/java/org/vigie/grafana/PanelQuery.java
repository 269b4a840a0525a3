package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a query that Grafana sends to the store.
 *
 * @param place where it stands, for people
 * @param kind how Grafana reads the answer
 */
record PanelQuery(String place, QueryKind kind, String sql) {
    enum QueryKind {
        /** A time and at least one number. */
        TIME_SERIES,
        /** Any columns. */
        TABLE,
        /** Labels and exactly one number. */
        ALERT,
        /** The values of a variable. */
        VARIABLE
    }

    @Override
    public String toString() {
        return place;
    }

    /** Every query of every panel, variable and alert rule that is shipped. */
    static List<PanelQuery> all() {
        List<PanelQuery> queries = new ArrayList<>();
        ShippedDashboards.dashboards().forEach(file -> queries.addAll(of(file, ShippedDashboards.dashboard(file))));
        queries.addAll(ofRules(ShippedDashboards.provisioning("alerting/vigie.yaml")));
        return queries;
    }

    static List<PanelQuery> of(String file, JsonNode dashboard) {
        List<PanelQuery> queries = new ArrayList<>();
        for (JsonNode panel : dashboard.get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                String place = file + ": " + panel.get("title").asText() + " "
                        + target.get("refId").asText();
                queries.add(
                        new PanelQuery(place, kind(target), target.get("rawSql").asText()));
            }
        }
        for (JsonNode variable : dashboard.path("templating").path("list")) {
            String place = file + ": $" + variable.get("name").asText();
            queries.add(new PanelQuery(
                    place, QueryKind.VARIABLE, variable.get("query").asText()));
        }
        return queries;
    }

    private static List<PanelQuery> ofRules(JsonNode alerting) {
        List<PanelQuery> queries = new ArrayList<>();
        for (JsonNode group : alerting.get("groups")) {
            for (JsonNode rule : group.get("rules")) {
                JsonNode model = rule.get("data").get(0).get("model");
                queries.add(new PanelQuery(
                        rule.get("uid").asText(),
                        QueryKind.ALERT,
                        model.get("rawSql").asText()));
            }
        }
        return queries;
    }

    private static QueryKind kind(JsonNode target) {
        return target.get("format").asText().equals("time_series") ? QueryKind.TIME_SERIES : QueryKind.TABLE;
    }
}
