package org.vigie.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests the dashboard of operation against Grafana's schema and against the metrics in the code. */
class OperationsDashboardTest {
    private static final Pattern METRIC = Pattern.compile("\\bvigie_[a-z_]+");

    private final JsonNode dashboard =
            ManifestFiles.yaml(ManifestFiles.DEPLOY.resolve("prometheus/operations-dashboard.json"));

    /** The schema was made for the queries of the store: one of them stands in for each query of Prometheus. */
    @Test
    void theDashboardIsWhatGrafanaExpects() {
        // given
        JsonNode schema = ManifestFiles.yaml(ManifestFiles.REPOSITORY.resolve("grafana/schema/dashboard.schema.json"));
        JsonNode stored = ManifestFiles.yaml(ManifestFiles.REPOSITORY.resolve("grafana/dashboards/ward.json"))
                .at("/panels/0");
        JsonNode asked = dashboard.deepCopy();
        asked.path("panels").forEach(panel -> {
            ((ObjectNode) panel).set("targets", stored.path("targets"));
            ((ObjectNode) panel).set("datasource", stored.path("datasource"));
        });

        // then
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V7)
                        .getSchema(schema)
                        .validate(asked))
                .isEmpty();
    }

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
        assertThat(sources.findValuesAsText("uid")).contains("vigie-prometheus");
        assertThat(dashboard.path("panels"))
                .allSatisfy(panel ->
                        assertThat(panel.at("/datasource/uid").asText()).isEqualTo("vigie-prometheus"));
    }
}
