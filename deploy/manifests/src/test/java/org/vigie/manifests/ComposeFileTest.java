package org.vigie.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the compose file against its specification and against the configuration of the apps. */
class ComposeFileTest {
    private static final Path FOLDER = ManifestFiles.DEPLOY.resolve("compose");

    /** Services that do one thing and end. */
    private static final Set<String> ONCE = Set.of("topics", "volumes");

    private final ComposeFile compose = ComposeFile.read();

    @Test
    void theFileFollowsTheComposeSpecification() throws IOException {
        assertThat(schema().validate(compose.tree())).isEmpty();
    }

    @Test
    void aKeyThatComposeDoesNotKnowIsFound() throws IOException {
        // given
        JsonNode broken = compose.tree().deepCopy();
        ((ObjectNode) broken.path("services").path("station")).put("restarts", "always");

        // when, then
        assertThat(schema().validate(broken)).isNotEmpty();
    }

    @Test
    void everyAppOfTheWardIsThere() {
        assertThat(compose.apps().values()).containsAll(ConfiguredApp.names());
    }

    @Test
    void everyVariableExistsInTheConfigurationOfItsApp() {
        compose.apps()
                .forEach((service, app) -> assertThat(vigieVariables(service).keySet())
                        .as(service)
                        .isSubsetOf(new ConfiguredApp(app).variables()));
    }

    @Test
    void everyAppAcceptsItsValues(@TempDir Path secrets) throws IOException {
        // given
        for (String secret : ComposeFile.entries(compose.tree().path("secrets")).keySet()) {
            Files.writeString(secrets.resolve(secret), "0123456789abcdef");
        }

        // when, then
        compose.apps().forEach((service, app) -> {
            Map<String, String> environment = new TreeMap<>(vigieVariables(service));
            environment.replaceAll((name, value) -> value.replace("/run/secrets", secrets.toString()));
            assertThat(new ConfiguredApp(app).load(environment)).as(service).isNotNull();
        });
    }

    @Test
    void aStoreOfAnotherMachineIsNotReachedInClear() {
        // given
        Map<String, String> environment = new TreeMap<>(vigieVariables("dashboard-sink"));
        environment.remove("VIGIE_STORE_PASSWORD_FILE");

        // when
        environment.put("VIGIE_STORE_URL", "http://influxdb.icu.example:8086");

        // then
        assertThatThrownBy(() -> new ConfiguredApp("dashboard-sink").load(environment))
                .hasMessageContaining("is beyond loopback, where http would show the password");
    }

    @Test
    void everyServiceThatStaysHasAHealthCheckAndALimit() {
        compose.services().forEach((service, node) -> {
            assertThat(node.at("/deploy/resources/limits/memory").asText())
                    .as(service)
                    .isNotEmpty();
            assertThat(node.at("/deploy/resources/limits/cpus").asText())
                    .as(service)
                    .isNotEmpty();
            if (!ONCE.contains(service)) {
                assertThat(node.at("/healthcheck/test").size()).as(service).isGreaterThan(1);
            }
        });
    }

    /** Docker does not start a container again with the machine after {@code on-failure}, and mounts {@code tmpfs} without rights to run. */
    @Test
    void everyServiceThatStaysComesBackWithTheMachineAndAppsMayRunTheirUnpackedLibraries() {
        compose.services().forEach((service, node) -> {
            assertThat(node.path("restart").asText())
                    .as(service)
                    .isEqualTo(ONCE.contains(service) ? "no" : "unless-stopped");
            if (node.path("image").asText().contains("VIGIE_IMAGE")) {
                assertThat(node.at("/tmpfs/0").asText()).as(service).isEqualTo("/tmp:exec");
            }
        });
    }

    @Test
    void everyVolumeOfAnAppIsGivenToItsUser() {
        // given
        Set<String> given = ComposeFile.texts(compose.services().get("volumes").path("volumes"))
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .collect(Collectors.toSet());
        // when
        Set<String> used = compose.apps().keySet().stream()
                .flatMap(app -> ComposeFile.texts(compose.services().get(app).path("volumes")))
                .filter(volume -> !volume.startsWith("."))
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .collect(Collectors.toSet());
        // then
        assertThat(given).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void anAppHasNoPrivilege() {
        compose.services().forEach((service, node) -> {
            if (node.path("image").asText().contains("VIGIE_IMAGE")) {
                assertThat(node.path("read_only").asBoolean()).as(service).isTrue();
                assertThat(node.path("user").asText()).as(service).isEqualTo("10001:10001");
                assertThat(node.at("/cap_drop/0").asText()).as(service).isEqualTo("ALL");
            }
        });
    }

    @Test
    void everyMountedFileIsInTheRepository() {
        compose.services()
                .forEach((service, node) -> ComposeFile.texts(node.path("volumes"))
                        .filter(volume -> volume.startsWith("."))
                        .map(volume -> FOLDER.resolve(volume.substring(0, volume.indexOf(':'))))
                        .forEach(file -> assertThat(file).as(service).exists()));
    }

    @Test
    void theScriptMakesEverySecret() {
        // when
        String script = ManifestFiles.text(FOLDER.resolve("secrets.sh"));

        // then
        assertThat(List.of(
                        script.replaceAll("(?s).*for name in ([^;]*);.*", "$1").split(" ")))
                .containsExactlyInAnyOrderElementsOf(
                        ComposeFile.entries(compose.tree().path("secrets")).keySet());
    }

    @Test
    void prometheusAsksTheMonitoringPortOfEveryApp() {
        // given
        JsonNode targets =
                ManifestFiles.yaml(FOLDER.resolve("prometheus.yaml")).at("/scrape_configs/0/static_configs/0/targets");

        // then
        assertThat(ComposeFile.texts(targets)).isNotEmpty().allSatisfy(target -> {
            String service = target.substring(0, target.indexOf(':'));
            String test =
                    compose.services().get(service).at("/healthcheck/test").toString();
            assertThat(test).contains("http://" + target + "/health");
        });
    }

    private Map<String, String> vigieVariables(String service) {
        Map<String, String> variables = compose.environment(service);
        variables.keySet().removeIf(name -> !name.startsWith("VIGIE_"));
        return variables;
    }

    /** The schema names its parts by {@code id} as older drafts did; the validator of draft 2019-09 refuses that key. */
    private static JsonSchema schema() throws IOException {
        try (InputStream in = ComposeFileTest.class.getResourceAsStream("/compose-spec/compose-spec.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return JsonSchemaFactory.getInstance(VersionFlag.V201909)
                    .getSchema(text.replaceAll("\"id\": \"[^\"]*\",", ""));
        }
    }
}
