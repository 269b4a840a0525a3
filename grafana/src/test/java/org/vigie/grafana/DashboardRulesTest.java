package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what every dashboard must have: units, descriptions, links that lead somewhere, and no variable in vain. */
class DashboardRulesTest {
    private static final Pattern USED = Pattern.compile("\\$\\{?(\\w+)");
    private static final Set<String> OF_GRAFANA = Set.of("timeFilter", "tag_bed", "tag_variable", "tag_unit");
    /** Matches a query that asks for a count, and for no share of two. */
    private static final Pattern COUNT =
            Pattern.compile("^(?!.*\\) / )SELECT (?:time, )?(?:count|count_distinct|sum)\\(");

    private static final Pattern SCORE = Pattern.compile("\\b(?:scores|contributions|probability)\\b|\\brisk\\b");

    static List<String> files() {
        return ShippedDashboards.dashboards();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPanelHasATitleAUnitAndADescription(String file) {
        for (JsonNode panel : ShippedDashboards.dashboard(file).get("panels")) {
            String title = panel.get("title").asText();
            assertThat(title).isNotBlank();
            assertThat(panel.get("description").asText()).as(title).matches(".{20,}\\.");
            assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                    .as(title)
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyVariableIsUsedAndEveryUsedOneExists(String file) {
        // given
        JsonNode dashboard = ShippedDashboards.dashboard(file);
        Set<String> defined = new TreeSet<>(dashboard.at("/templating/list").findValuesAsText("name"));

        // when
        ObjectNode rest = dashboard.deepCopy();
        rest.remove("templating");
        Set<String> used = USED.matcher(rest.toString())
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.startsWith("__") && !OF_GRAFANA.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        // then
        assertThat(used).isEqualTo(defined);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyLinkLeadsToADashboardOfTheSetOrToTheStation(String file) {
        // given
        Set<String> uids = new HashSet<>();
        files().forEach(one ->
                uids.add(ShippedDashboards.dashboard(one).get("uid").asText()));

        // when
        List<String> urls = ShippedDashboards.dashboard(file).findValuesAsText("url");

        // then
        assertThat(urls)
                .filteredOn(url -> !url.isEmpty())
                .isNotEmpty()
                .allSatisfy(url -> assertThat(
                                url.startsWith("${station}") || uids.contains(url.replaceAll("^/d/([\\w-]+).*", "$1")))
                        .as(url)
                        .isTrue());
    }

    /** The page hides a score until the reader has estimated: a dashboard must not show it earlier. */
    @ParameterizedTest
    @MethodSource("files")
    void onlyTheDashboardOfModelsAsksForScoresAndItAsksForNoPatient(String file) {
        // when
        List<String> queries = PanelQuery.of(file, ShippedDashboards.dashboard(file)).stream()
                .map(PanelQuery::text)
                .filter(query -> SCORE.matcher(query).find())
                .toList();

        // then
        if (file.endsWith("models.json")) {
            assertThat(queries).isNotEmpty().noneMatch(query -> query.contains("bed"));
        } else {
            assertThat(queries).isEmpty();
        }
    }

    /** Grafana's panel of Alertmanager takes a variable as it is written, finds nothing and says "No alerts" (grafana/grafana#41767). */
    @ParameterizedTest
    @MethodSource("files")
    void noPanelOfAlertmanagerFiltersByAVariable(String file) {
        for (JsonNode panel : panels(file, "alertGroups")) {
            assertThat(panel.at("/options/labels").asText())
                    .as(panel.get("title").asText())
                    .doesNotContain("$");
        }
    }

    /** A value that is missing must not read as 0: a NEWS2 of 0 is normal. */
    @ParameterizedTest
    @MethodSource("files")
    void onlyACountShowsAZeroForNothing(String file) {
        for (JsonNode panel : panels(file, "stat")) {
            String empty = panel.at("/fieldConfig/defaults/noValue").asText();
            String query = PanelQuery.of(file, panel.get("title"), panel.at("/targets/0"))
                    .text();
            assertThat(empty)
                    .as(panel.get("title").asText())
                    .isEqualTo(COUNT.matcher(query).find() ? "0" : "–");
        }
    }

    /** Without it Grafana draws a straight line across the hours of a bed that sent nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"questdb/fr", "questdb/en", "influxdb/fr", "influxdb/en"})
    void theLineOfAVitalSignStopsWhereNothingWasMeasured(String set) {
        // when
        List<JsonNode> charts = panels(set + "/bed.json", "timeseries");

        // then
        assertThat(charts)
                .hasSize(6)
                .allSatisfy(chart -> assertThat(chart.at("/fieldConfig/defaults/custom/insertNulls")
                                .asInt())
                        .isEqualTo(300_000));
    }

    @Test
    void theTwoSetsShowTheSamePanels() {
        for (String file : ShippedDashboards.dashboards(DashboardStore.QUESTDB)) {
            assertThat(titles(file)).as(file).isEqualTo(titles(file.replace("questdb/", "influxdb/")));
        }
    }

    private static List<JsonNode> panels(String file, String type) {
        return StreamSupport.stream(
                        ShippedDashboards.dashboard(file).get("panels").spliterator(), false)
                .filter(panel -> panel.get("type").asText().equals(type))
                .toList();
    }

    private static List<String> titles(String file) {
        return StreamSupport.stream(
                        ShippedDashboards.dashboard(file).get("panels").spliterator(), false)
                .map(panel -> panel.get("title").asText())
                .toList();
    }
}
