package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A query that Grafana sends to the store.
 *
 * @param place where it stands, for people
 * @param kind how Grafana reads the answer
 */
record Query(String place, Kind kind, String sql) {
    enum Kind {
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
    static List<Query> all() {
        List<Query> queries = new ArrayList<>();
        Shipped.dashboards().forEach(file -> queries.addAll(of(file, Shipped.dashboard(file))));
        queries.addAll(ofRules(Shipped.provisioning("alerting/vigie.yaml")));
        return queries;
    }

    static List<Query> of(String file, JsonNode dashboard) {
        List<Query> queries = new ArrayList<>();
        for (JsonNode panel : dashboard.get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                String place = file + ": " + panel.get("title").asText() + " "
                        + target.get("refId").asText();
                queries.add(new Query(place, kind(target), target.get("rawSql").asText()));
            }
        }
        for (JsonNode variable : dashboard.path("templating").path("list")) {
            String place = file + ": $" + variable.get("name").asText();
            queries.add(new Query(place, Kind.VARIABLE, variable.get("query").asText()));
        }
        return queries;
    }

    private static List<Query> ofRules(JsonNode alerting) {
        List<Query> queries = new ArrayList<>();
        for (JsonNode group : alerting.get("groups")) {
            for (JsonNode rule : group.get("rules")) {
                JsonNode model = rule.get("data").get(0).get("model");
                queries.add(new Query(
                        rule.get("uid").asText(),
                        Kind.ALERT,
                        model.get("rawSql").asText()));
            }
        }
        return queries;
    }

    private static Kind kind(JsonNode target) {
        return target.get("format").asText().equals("time_series") ? Kind.TIME_SERIES : Kind.TABLE;
    }
}
