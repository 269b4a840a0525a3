package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Tests the provisioning files against the fields that Grafana documents for them. */
class ProvisioningTest {
    private static final Set<String> SOURCE = Set.of(
            "name",
            "type",
            "access",
            "orgId",
            "uid",
            "url",
            "user",
            "database",
            "basicAuth",
            "basicAuthUser",
            "withCredentials",
            "isDefault",
            "jsonData",
            "secureJsonData",
            "version",
            "editable");
    private static final Set<String> PROVIDER = Set.of(
            "name",
            "orgId",
            "folder",
            "folderUid",
            "type",
            "disableDeletion",
            "updateIntervalSeconds",
            "allowUiUpdates",
            "options");
    private static final Set<String> GROUP = Set.of("orgId", "name", "folder", "interval", "rules");
    private static final Set<String> RULE = Set.of(
            "uid",
            "title",
            "condition",
            "data",
            "dashboardUid",
            "panelId",
            "noDataState",
            "execErrState",
            "for",
            "keepFiringFor",
            "annotations",
            "labels",
            "isPaused",
            "notification_settings");
    private static final Set<String> STEP = Set.of("refId", "queryType", "relativeTimeRange", "datasourceUid", "model");

    @Test
    void theDataSourceHasOnlyDocumentedFields() {
        // when
        JsonNode sources = file("datasources/vigie.yaml").get("datasources");

        // then
        assertThat(sources).hasSize(1);
        assertThat(SOURCE).containsAll(keys(sources.get(0)));
        assertThat(text(sources.get(0), "access")).isEqualTo("proxy");
    }

    @Test
    void everyQueryAsksTheProvisionedDataSource() {
        // given
        String uid = text(file("datasources/vigie.yaml").get("datasources").get(0), "uid");

        // when, then
        assertThat(asked()).isNotEmpty().containsOnly(uid);
    }

    @Test
    void theDashboardProviderHasOnlyDocumentedFields() {
        // given
        JsonNode provider = file("dashboards/vigie.yaml").get("providers").get(0);

        // when, then
        assertThat(PROVIDER).containsAll(keys(provider));
        assertThat(text(provider, "type")).isEqualTo("file");
        assertThat(keys(provider.get("options"))).containsOnly("path", "foldersFromFilesStructure");
    }

    @Test
    void alertRulesHaveOnlyDocumentedFieldsAndValues() {
        for (JsonNode group : file("alerting/vigie.yaml").get("groups")) {
            assertThat(GROUP).containsAll(keys(group));
            for (JsonNode rule : group.get("rules")) {
                assertThat(RULE).containsAll(keys(rule));
                assertThat(text(rule, "uid")).matches("[a-zA-Z0-9_-]{1,40}");
                assertThat(text(rule, "noDataState")).isIn("NoData", "Alerting", "OK", "KeepLast");
                assertThat(text(rule, "execErrState")).isIn("Error", "Alerting", "OK", "KeepLast");
                assertThat(text(rule, "for")).matches("\\d+[smhd]");
                assertThat(keys(rule.get("annotations"))).contains("summary", "description");
            }
        }
    }

    @Test
    void anAlertRulesConditionIsOneOfItsSteps() {
        // when, then
        for (JsonNode rule : rules()) {
            List<String> steps = new ArrayList<>();
            for (JsonNode step : rule.get("data")) {
                assertThat(STEP).containsAll(keys(step));
                assertThat(text(step.get("model"), "refId")).isEqualTo(text(step, "refId"));
                steps.add(text(step, "refId"));
            }
            assertThat(steps).contains(text(rule, "condition"));
        }
    }

    @Test
    void alertRulesHaveIdsOfTheirOwn() {
        assertThat(rules()).extracting(rule -> text(rule, "uid")).doesNotHaveDuplicates();
    }

    /** Grafana would take it for an environment variable: {@code $labels} and {@code $__timeFilter} would vanish. */
    @Test
    void theReadersPasswordIsTheOnlyDollarSignOfAProvisioningFile() {
        assertThat(List.of("datasources/vigie.yaml", "dashboards/vigie.yaml", "alerting/vigie.yaml"))
                .allSatisfy(file -> assertThat(
                                ShippedDashboards.text(file).replace("password: $VIGIE_READER_PASSWORD\n", ""))
                        .doesNotContain("$"));
    }

    private static List<String> asked() {
        List<String> uids = new ArrayList<>();
        for (String name : ShippedDashboards.dashboards()) {
            JsonNode dashboard = ShippedDashboards.dashboard(name);
            dashboard.findParents("rawSql").forEach(target -> uids.add(text(target.get("datasource"), "uid")));
            dashboard.get("panels").forEach(panel -> uids.add(text(panel.get("datasource"), "uid")));
        }
        rules().forEach(rule -> uids.add(text(rule.get("data").get(0), "datasourceUid")));
        return uids;
    }

    private static List<JsonNode> rules() {
        return StreamSupport.stream(file("alerting/vigie.yaml").get("groups").spliterator(), false)
                .flatMap(group -> StreamSupport.stream(group.get("rules").spliterator(), false))
                .toList();
    }

    private static JsonNode file(String name) {
        JsonNode file = ShippedDashboards.provisioning(name);
        assertThat(file.get("apiVersion").asInt()).isEqualTo(1);
        return file;
    }

    private static String text(JsonNode node, String key) {
        return node.get(key).asText();
    }

    private static Set<String> keys(JsonNode node) {
        Set<String> keys = new TreeSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
