package org.vigie.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.testing.broker.UnusedPort;

/** Tests that the archive needs neither the source tree nor a compiler. */
class UnpackedArchiveIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int OFFSET = 5_900;
    private static final Path VERIFIER = Path.of("/usr/bin/systemd-analyze");

    @TempDir
    static Path folder;

    private static UnpackedArchive archive;

    @BeforeAll
    static void unpack() throws Exception {
        archive = UnpackedArchive.in(folder);
    }

    @Test
    void theArchiveHoldsCommandsConfigurationsLicenceAndUnits() throws Exception {
        // when
        try (Stream<Path> files = Files.list(archive.home().resolve("config"))) {
            // then
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("station.yaml", "bedside-gateway.yaml", "model-server.yaml", "topics.yaml")
                    .hasSize(11);
        }
        assertThat(archive.home().resolve("LICENSE")).exists();
        assertThat(archive.home().resolve("models/survival")).isDirectory();
        assertThat(archive.run("--version")).startsWith("vigie 0.").contains("(Java ");
    }

    @Test
    void aMessageIsReadWithoutABroker() throws Exception {
        // given
        Path message = Files.writeString(archive.work().resolve("message.hl7"), """
                MSH|^~\\&|M|U|||20260301080000||ORU^R01^ORU_R01|1|P|2.6\r\
                PID|1||1\r\
                OBR|1|||1^vitals|||20260301080000\r\
                OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||82|/min\r\
                """);

        // when
        String printed = archive.run("hl7", "read", message.toString());

        // then
        assertThat(printed).contains("\"hr\"", "82");
    }

    @Test
    void brokerRegistryStoreAndAnAppRun() throws Exception {
        // given
        int port = UnusedPort.find().number();
        Process infra = archive.start("infra", Map.of(), "infra", "--port-offset", "" + OFFSET);
        try {
            await().atMost(TIMEOUT).until(() -> archive.printed("infra").contains("Ctrl-C stops them"));

            // when
            Process app = archive.start(
                    "app",
                    Map.of(
                            "VIGIE_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + (19_092 + OFFSET),
                            "VIGIE_KAFKA_REGISTRY_URL", "http://127.0.0.1:" + (18_081 + OFFSET),
                            "VIGIE_MONITORING_PORT", "" + port),
                    "run",
                    "vitals-streams",
                    archive.home().resolve("config/vitals-streams.yaml").toString());
            try {
                // then
                await().atMost(TIMEOUT).until(() -> isReady(port));
            } finally {
                stop(app);
            }
        } finally {
            stop(infra);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vigie-infra.service", "vigie@.service"})
    void systemdAcceptsTheUnits(String unit) throws Exception {
        // given
        assumeTrue(Files.isExecutable(VERIFIER), () -> "SKIPPED: " + VERIFIER + " is missing");
        String text = Files.readString(archive.home().resolve("systemd").resolve(unit))
                .replace("/opt/vigie", archive.home().toString());
        Path file = Files.writeString(folder.resolve(unit.replace("@", "@station")), text);

        // when
        Process verify = new ProcessBuilder(List.of(VERIFIER.toString(), "verify", "--man=no", file.toString()))
                .redirectErrorStream(true)
                .start();
        String printed = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(verify.waitFor()).as(printed).isZero();
        assertThat(printed).isEmpty();
    }

    private static boolean isReady(int port) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"));
            return HttpClient.newHttpClient()
                            .send(request.build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    }
}
