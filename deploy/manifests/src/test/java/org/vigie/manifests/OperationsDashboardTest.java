package org.vigie.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the dashboard of operation against the metrics in the code and the sources of data in the compose file. */
class OperationsDashboardTest {
    private static final Pattern METRIC = Pattern.compile("\\bvigie_[a-z_]+");

    private final JsonNode dashboard =
            ManifestFiles.yaml(ManifestFiles.REPOSITORY.resolve("grafana/dashboards/questdb/fr/pipeline.json"));

    @Test
    void everyMetricExistsInTheCode() throws IOException {
        // given
        var inCode = new SourceMetrics();
        // when
        List<String> metrics = dashboard.findValuesAsText("expr").stream()
                .flatMap(expression -> METRIC.matcher(expression).results())
                .map(found -> found.group())
                .toList();

        // then
        assertThat(metrics).hasSizeGreaterThan(10).allMatch(inCode::contain);
    }

    @Test
    void everyPanelAsksTheSourceThatComposeProvides() {
        // when
        JsonNode sources = ManifestFiles.yaml(ManifestFiles.DEPLOY.resolve("compose/grafana/datasources.yaml"));

        // then
        assertThat(sources.findValuesAsText("uid"))
                .contains("vigie-prometheus", "vigie-alertmanager", "vigie-store", "vigie-influxdb");
        assertThat(dashboard.path("panels"))
                .filteredOn(panel -> panel.has("targets"))
                .hasSizeGreaterThan(10)
                .allSatisfy(panel ->
                        assertThat(panel.at("/datasource/uid").asText()).isEqualTo("vigie-prometheus"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theChartHoldsTheDashboardsOfEachLanguage(String language) {
        // when
        JsonNode map = HelmChart.of(ChartSize.BEDS_20)
                .ofKind("ConfigMap")
                .filter(object -> object.at("/metadata/name").asText().equals("ward-dashboards-" + language))
                .findFirst()
                .orElseThrow();

        // then
        assertThat(map.path("data"))
                .hasSize(6)
                .allSatisfy(text -> assertThat(text.asText()).contains("\"uid\" : \"vigie-"));
    }
}
