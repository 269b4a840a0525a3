package org.vigie.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the dashboards against a JSON schema that {@code schema/generate.sh} made from Grafana's own types. */
class DashboardSchemaTest {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(ShippedDashboards.schema());

    static List<String> files() {
        return ShippedDashboards.dashboards();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aDashboardIsWhatGrafanaExpects(String file) {
        assertThat(problems(ShippedDashboards.dashboard(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void panelsHaveIdsOfTheirOwnAndDoNotOverlap(String file) {
        // given
        Set<Integer> ids = new HashSet<>();
        Set<String> taken = new HashSet<>();

        // when, then
        for (JsonNode panel : ShippedDashboards.dashboard(file).get("panels")) {
            assertThat(ids.add(panel.get("id").asInt()))
                    .as("id of %s", panel.get("title"))
                    .isTrue();
            place(panel.get("gridPos"), taken);
        }
    }

    @Test
    void anOptionThatGrafanaDoesNotKnowIsFound() {
        // given
        JsonNode broken = ShippedDashboards.dashboard("questdb/fr/ward.json");

        // when
        ((ObjectNode) broken.get("panels").get(0).get("options")).put("graphMood", "none");

        // then
        assertThat(problems(broken)).isNotEmpty();
    }

    @Test
    void anOptionWithAWrongValueIsFound() {
        // given
        JsonNode broken = ShippedDashboards.dashboard("questdb/fr/ward.json");

        // when
        ((ObjectNode) broken.get("panels").get(0).get("options")).put("graphMode", "sometimes");

        // then
        assertThat(problems(broken)).isNotEmpty();
    }

    @Test
    void aPanelOfAnUnknownTypeIsFound() {
        // given
        JsonNode broken = ShippedDashboards.dashboard("influxdb/en/bed.json");

        // when
        ((ObjectNode) broken.get("panels").get(0)).put("type", "speedometer");

        // then
        assertThat(problems(broken)).isNotEmpty();
    }

    private static Set<ValidationMessage> problems(JsonNode dashboard) {
        return SCHEMA.validate(dashboard);
    }

    private static void place(JsonNode grid, Set<String> taken) {
        int right = grid.get("x").asInt() + grid.get("w").asInt();
        assertThat(right).isLessThanOrEqualTo(24);
        for (int x = grid.get("x").asInt(); x < right; x++) {
            for (int y = grid.get("y").asInt();
                    y < grid.get("y").asInt() + grid.get("h").asInt();
                    y++) {
                assertThat(taken.add(x + "," + y))
                        .as("cell %s,%s is free", x, y)
                        .isTrue();
            }
        }
    }
}
