package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.AccessRole;
import org.vigie.access.audit.AuditReport;
import org.vigie.access.login.ApiTokens;

/** Starts broker, registry and store without any app. */
class WardInfrastructureIT {
    private static final WardPorts PORTS = new WardPorts(1_300);

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final WardConsole console = new WardConsole(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @Test
    void brokerRegistryAndStoreAnswerAndTheirDataStay() throws Exception {
        // given, when
        try (var infrastructure = WardInfrastructure.start(directory, PORTS, console)) {
            var addresses = infrastructure.addresses();

            // then
            assertThat(topicsOf(addresses.broker())).isGreaterThan(20);
            assertThat(status(addresses.registry() + "/subjects")).isEqualTo(401);
            assertThat(status(addresses.store() + "/exec?query=SELECT+1")).isEqualTo(401);
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .contains(addresses.broker(), addresses.registry(), addresses.store());
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(report().acts())
                            .singleElement()
                            .satisfies(act -> assertThat(act)
                                    .contains("CHANGE_CONFIGURATION", "before 0 of ", "vigie.ward.observations.raw")));
        }

        // when
        var unused = new ApiTokens(directory.resolve("access/tokens")).own("lab", AccessRole.INTEGRATOR);
        try (var again = WardInfrastructure.start(directory, PORTS, console)) {
            // then
            assertThat(topicsOf(again.addresses().broker())).isGreaterThan(20);
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(report().byUse().toString()).contains("START_APP PERMITTED=2"));
            assertThat(report().acts()).hasSize(1);
            assertThat(report().configurations())
                    .singleElement()
                    .satisfies(
                            change -> assertThat(change).endsWith("at its start: content of access/tokens/lab: new"));
        }
    }

    private AuditReport report() {
        return AuditReport.ofTopic(
                LocalWardConfig.defaults(directory).withPorts(PORTS).kafka());
    }

    @Test
    void theHealthSaysWhetherTheBrokerAnswers() throws Exception {
        // given
        try (var infrastructure = WardInfrastructure.start(directory, PORTS, console)) {
            // when
            String health = get("http://127.0.0.1:" + PORTS.monitoring() + "/health");

            // then
            assertThat(health)
                    .contains("\"status\":\"UP\"", "\"app\":\"infra\"", "\"name\":\"broker\"")
                    .contains(infrastructure.addresses().broker());
            assertThat(get("http://127.0.0.1:" + PORTS.monitoring() + "/metrics"))
                    .contains("jvm_memory_used_bytes");
        }
    }

    @Test
    void aFolderThatAnotherWardUsesIsRefusedInOneSentence() {
        // given
        try (var first = WardInfrastructure.start(directory, PORTS, console)) {
            assertThat(first.addresses().broker()).isEqualTo("127.0.0.1:" + PORTS.broker());

            // when, then
            assertThatThrownBy(() -> WardInfrastructure.start(directory, new WardPorts(1_600), console))
                    .isInstanceOf(WardStartException.class)
                    .hasMessageContaining("is in use by another ward");
            assertThatThrownBy(() -> WardInfrastructure.start(directory.resolve("other"), PORTS, console))
                    .isInstanceOf(WardStartException.class)
                    .hasMessageContaining("Port " + PORTS.broker());
        }
    }

    private static int topicsOf(String broker) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker))) {
            return admin.listTopics().names().get().size();
        }
    }

    private static String get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    private static int status(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
