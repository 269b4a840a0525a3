package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds an alert rule as it is provisioned.
 *
 * @param uid of the rule
 * @param title that Grafana shows
 * @param labels of its alerts, each as {@code name="value"}
 * @param query that it asks
 * @param source identifier of the data source
 * @param below true when the rule fires below its limit, false when above
 * @param limit of the number
 */
record AlertRule(
        String uid, String title, Set<String> labels, String query, String source, boolean below, double limit) {
    static List<AlertRule> of(DashboardStore store) {
        List<AlertRule> rules = new ArrayList<>();
        for (JsonNode group :
                ShippedDashboards.provisioning(store, "alerting/rules.yaml").get("groups")) {
            group.get("rules").forEach(rule -> rules.add(of(rule)));
        }
        return rules;
    }

    /** Returns the rules that ask the store, without those that ask Prometheus. */
    static List<AlertRule> ofStore(DashboardStore store) {
        return of(store).stream()
                .filter(rule -> rule.source().equals(store.sourceUid()))
                .toList();
    }

    private static AlertRule of(JsonNode rule) {
        JsonNode asked = rule.at("/data/0");
        JsonNode model = asked.get("model");
        String text = model.path("rawSql")
                .asText(model.path("query").asText(model.path("expr").asText()));
        JsonNode steps = rule.get("data");
        JsonNode evaluator = steps.get(steps.size() - 1).at("/model/conditions/0/evaluator");
        Set<String> labels = rule.get("labels").properties().stream()
                .map(label -> label.getKey() + "=\"" + label.getValue().asText() + "\"")
                .collect(Collectors.toSet());
        return new AlertRule(
                rule.get("uid").asText(),
                rule.get("title").asText(),
                labels,
                text,
                asked.get("datasourceUid").asText(),
                evaluator.get("type").asText().equals("lt"),
                evaluator.at("/params/0").asDouble());
    }

    /** @param filter one label in braces, as a panel names it */
    boolean matches(String filter) {
        return labels.contains(filter.substring(1, filter.length() - 1));
    }

    boolean fires(double number) {
        return below ? number < limit : number > limit;
    }

    @Override
    public String toString() {
        return uid;
    }
}
