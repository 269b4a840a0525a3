package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the provisioning files of both stores against the fields that Grafana documents for them. */
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
    private static final Set<String> CONTACT_POINT = Set.of("orgId", "name", "receivers");
    private static final Set<String> RECEIVER = Set.of("uid", "type", "settings", "disableResolveMessage");
    private static final Set<String> POLICY = Set.of(
            "orgId",
            "receiver",
            "group_by",
            "group_wait",
            "group_interval",
            "repeat_interval",
            "matchers",
            "object_matchers",
            "mute_time_intervals",
            "active_time_intervals",
            "continue",
            "routes");
    private static final Set<String> INTERVAL =
            Set.of("times", "weekdays", "days_of_month", "months", "years", "location");
    private static final Set<String> KINDS = Set.of("email", "webhook", "slack", "teams", "pagerduty", "opsgenie");

    @ParameterizedTest
    @EnumSource
    void dataSourcesHaveOnlyDocumentedFields(DashboardStore store) {
        // when
        JsonNode sources = file(store, "datasources/vigie.yaml").get("datasources");

        // then
        assertThat(sources.findValuesAsText("uid"))
                .containsExactlyInAnyOrder(store.sourceUid(), "vigie-prometheus", "vigie-alertmanager");
        assertThat(sources).allSatisfy(source -> {
            assertThat(SOURCE).containsAll(keys(source));
            assertThat(text(source, "access")).isEqualTo("proxy");
        });
        assertThat(text(sources.get(0), "type")).isEqualTo(store.sourceType());
    }

    @ParameterizedTest
    @EnumSource
    void everyQueryAsksAProvisionedDataSource(DashboardStore store) {
        // given
        List<String> uids =
                file(store, "datasources/vigie.yaml").get("datasources").findValuesAsText("uid");

        // when, then
        assertThat(asked(store)).isNotEmpty().isSubsetOf(uids);
    }

    /** An Alertmanager of Grafana's own alerts would mix alerts of operation into the alarms of patients. */
    @ParameterizedTest
    @EnumSource
    void theAlertmanagerOfThePanelsIsProvisionedAndTakesNoAlertOfGrafana(DashboardStore store) {
        // given
        JsonNode alertmanager = StreamSupport.stream(
                        file(store, "datasources/vigie.yaml").get("datasources").spliterator(), false)
                .filter(source -> text(source, "type").equals("alertmanager"))
                .findFirst()
                .orElseThrow();

        // when
        Set<String> named = new HashSet<>();
        ShippedDashboards.dashboards(store)
                .forEach(name -> named.addAll(ShippedDashboards.dashboard(name).findValuesAsText("alertmanager")));

        // then
        assertThat(named).containsExactly(text(alertmanager, "name"));
        assertThat(alertmanager.at("/jsonData/handleGrafanaManagedAlerts").asBoolean(true))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void dashboardProvidersHaveOnlyDocumentedFieldsAndAFolderForEachLanguage(DashboardStore store) {
        // given
        JsonNode providers = file(store, "dashboards/vigie.yaml").get("providers");

        // when, then
        assertThat(providers.findValuesAsText("folder"))
                .containsExactly(DashboardLanguage.FR.folderTitle(), DashboardLanguage.EN.folderTitle());
        assertThat(providers).allSatisfy(provider -> {
            assertThat(PROVIDER).containsAll(keys(provider));
            assertThat(keys(provider.get("options"))).containsOnly("path", "foldersFromFilesStructure");
            String folder = text(provider.get("options"), "path").replace("/etc/grafana/vigie/", "");
            assertThat(ShippedDashboards.GRAFANA.resolve(folder)).isDirectory();
        });
    }

    @ParameterizedTest
    @EnumSource
    void alertRulesHaveOnlyDocumentedFieldsAndValues(DashboardStore store) {
        for (JsonNode group : file(store, "alerting/rules.yaml").get("groups")) {
            assertThat(GROUP).containsAll(keys(group));
            for (JsonNode rule : group.get("rules")) {
                assertThat(RULE).containsAll(keys(rule));
                assertThat(text(rule, "uid")).matches("[a-zA-Z0-9_-]{1,40}");
                assertThat(text(rule, "noDataState")).isIn("NoData", "Alerting", "OK", "KeepLast");
                assertThat(text(rule, "execErrState")).isIn("Error", "Alerting", "OK", "KeepLast");
                assertThat(text(rule, "for")).matches("\\d+[smhd]");
                assertThat(keys(rule.get("annotations"))).contains("summary", "description", "runbook");
            }
        }
    }

    /** The program that counts them is gone, or Prometheus does not reach it: silence would read as health. */
    @ParameterizedTest
    @EnumSource
    void aRuleWhoseNumberIsAlwaysThereFiresWhenItIsGone(DashboardStore store) {
        assertThat(rules(store))
                .filteredOn(rule -> text(rule, "noDataState").equals("Alerting"))
                .extracting(rule -> text(rule, "uid"))
                .containsExactlyInAnyOrder("vigie-silent-bed", "vigie-lag", "vigie-canary", "vigie-store-down");
    }

    /** Such an alert has no labels, and its threshold may be met by nothing. */
    @ParameterizedTest
    @EnumSource
    void aRuleThatFiresWithoutANumberTellsWhatThatMeans(DashboardStore store) {
        assertThat(rules(store))
                .filteredOn(rule -> text(rule, "noDataState").equals("Alerting"))
                .isNotEmpty()
                .allSatisfy(rule -> {
                    assertThat(text(rule.get("annotations"), "summary")).contains(". Sans ");
                    assertThat(text(rule.get("annotations"), "description")).contains("Without ");
                });
    }

    @ParameterizedTest
    @EnumSource
    void anAlertRulesConditionIsOneOfItsSteps(DashboardStore store) {
        // when, then
        for (JsonNode rule : rules(store)) {
            List<String> steps = new ArrayList<>();
            for (JsonNode step : rule.get("data")) {
                assertThat(STEP).containsAll(keys(step));
                assertThat(text(step.get("model"), "refId")).isEqualTo(text(step, "refId"));
                steps.add(text(step, "refId"));
            }
            assertThat(steps).contains(text(rule, "condition"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void alertRulesHaveIdsOfTheirOwnAndASectionOfTheRunbook(DashboardStore store) {
        // given
        String runbook = ShippedDashboards.page("docs/runbook.md");

        // when, then
        assertThat(rules(store)).extracting(rule -> text(rule, "uid")).doesNotHaveDuplicates();
        assertThat(rules(store)).allSatisfy(rule -> {
            String section = text(rule.get("annotations"), "runbook")
                    .replace("docs/runbook.md#", "")
                    .replace('-', ' ');
            assertThat(runbook).containsIgnoringCase("\n## " + section + "\n");
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyAlertReachesAContactPointInTheFormOfGrafana(DashboardStore store) {
        // given
        JsonNode points = file(store, "alerting/contact-points.yaml").get("contactPoints");
        JsonNode policy = file(store, "alerting/policies.yaml").at("/policies/0");

        // when, then
        assertThat(points).allSatisfy(point -> {
            assertThat(CONTACT_POINT).containsAll(keys(point));
            assertThat(point.get("receivers")).isNotEmpty().allSatisfy(receiver -> {
                assertThat(RECEIVER).containsAll(keys(receiver));
                assertThat(KINDS).contains(text(receiver, "type"));
            });
        });
        List<String> names = points.findValuesAsText("name");
        assertThat(names).containsAll(policy.findValuesAsText("receiver"));
        assertThat(POLICY).containsAll(keys(policy));
        policy.get("routes").forEach(route -> assertThat(POLICY).containsAll(keys(route)));
    }

    @ParameterizedTest
    @EnumSource
    void everyMuteTimingAndTemplateThatIsUsedExists(DashboardStore store) {
        // given
        JsonNode timings = file(store, "alerting/mute-timings.yaml").get("muteTimes");
        String templates = file(store, "alerting/templates.yaml")
                .at("/templates/0/template")
                .asText();
        JsonNode routes = file(store, "alerting/policies.yaml").at("/policies/0/routes");

        // when, then
        Set<String> muted = new TreeSet<>();
        routes.findValues("mute_time_intervals").forEach(list -> list.forEach(name -> muted.add(name.asText())));
        assertThat(muted).isNotEmpty().isEqualTo(new TreeSet<>(timings.findValuesAsText("name")));
        assertThat(timings.findValues("time_intervals"))
                .allSatisfy(
                        list -> list.forEach(interval -> assertThat(INTERVAL).containsAll(keys(interval))));
        assertThat(templates).contains("define \"vigie.subject\"", "define \"vigie.message\"");
    }

    /** Grafana would take it for an environment variable: {@code $labels} and {@code $__timeFilter} would vanish. */
    @ParameterizedTest
    @EnumSource
    void theSecretIsTheOnlyDollarSignOfTheProvisioningFiles(DashboardStore store) {
        // given
        String secret = store == DashboardStore.QUESTDB ? "$VIGIE_READER_PASSWORD\n" : "$VIGIE_INFLUXDB_TOKEN\n";

        // when, then
        assertThat(List.of("datasources/vigie.yaml", "dashboards/vigie.yaml", "alerting/rules.yaml"))
                .allSatisfy(
                        file -> assertThat(ShippedDashboards.text(store, file).replace(secret, ""))
                                .doesNotContain("$"));
        assertThat(ShippedDashboards.text(store, "alerting/templates.yaml")).doesNotContain("$");
    }

    private static List<String> asked(DashboardStore store) {
        List<String> uids = new ArrayList<>();
        for (String name : ShippedDashboards.dashboards(store)) {
            ShippedDashboards.dashboard(name)
                    .findValues("datasource")
                    .forEach(source -> uids.add(source.path("uid").asText()));
        }
        uids.removeIf(String::isEmpty);
        rules(store).forEach(rule -> uids.add(text(rule.get("data").get(0), "datasourceUid")));
        return uids;
    }

    private static List<JsonNode> rules(DashboardStore store) {
        return StreamSupport.stream(
                        file(store, "alerting/rules.yaml").at("/groups/0/rules").spliterator(), false)
                .toList();
    }

    private static JsonNode file(DashboardStore store, String name) {
        JsonNode file = ShippedDashboards.provisioning(store, name);
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
