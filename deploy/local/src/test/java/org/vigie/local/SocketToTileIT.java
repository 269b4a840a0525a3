package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.gateway.BedsideGateway;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.station.StationApp;
import org.vigie.station.StationConfig;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.login.UserHeadersConfig;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.vitals.CleaningMemoryConfig;
import org.vigie.vitals.VitalsStreams;
import org.vigie.vitals.VitalsStreamsConfig;

/**
 * Sends HL7 to an MLLP socket and reads the tile in a browser. A real broker, the gateway, the cleaning and the station
 * are between them.
 */
@ExtendWith(EmbeddedKafkaExtension.class)
class SocketToTileIT {
    private static final String TILE = "[data-bed='REA/03'] [data-vital=hr]";
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);
    /** No value becomes stale on its way while a machine is slow. */
    private static final StalenessConfig LIMITS =
            new StalenessConfig(HOUR, HOUR, HOUR, HOUR, HOUR, HOUR, HOUR, HOUR, HOUR, 1, Map.of());

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS'+0000'").withZone(ZoneOffset.UTC);

    @TempDir
    Path directory;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private BedsideGateway gateway;
    private StationApp station;
    private int sent;

    @BeforeEach
    void startTheWard(KafkaTestNamespace namespace) throws Exception {
        var kafka = new KafkaConnectionConfig(
                namespace.kafka().bootstrapServers(), namespace.kafka().registryUrl(), namespace.name(), 2);
        new TopicProvisioner(new TopicsConfig(kafka, (short) 1, 0, Map.of())).run();
        var vitals = opened(VitalsStreams.start(
                new VitalsStreamsConfig(kafka, directory.resolve("vitals"), CleaningMemoryConfig.defaults())));
        vitals.awaitRunning(START);
        gateway = opened(BedsideGateway.start(gateway(kafka)));
        station = opened(StationApp.start(new StationConfig(
                        kafka,
                        "127.0.0.1",
                        0,
                        List.of(),
                        List.of("REA/03"),
                        1,
                        Duration.ofHours(1),
                        LIMITS,
                        UserHeadersConfig.defaults())
                .withAccess(directory.resolve("access"))));
    }

    @AfterEach
    void stopTheWard() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
    }

    @Test
    void aRetractedValueLeavesTheTileAndALaterValueIsShown() throws Exception {
        try (var page = page();
                var monitor = new Socket(InetAddress.getLoopbackAddress(), gateway.mllpPort())) {
            // given
            Instant then = Instant.now();
            // when, then
            send(monitor, 83, then, "F");
            page.shows(TILE + " .value", "83", TIMEOUT);

            send(monitor, 83, then, "W");
            page.shows(TILE + " .value", "--", TIMEOUT);
            page.shows(TILE + " .note", "retirée par l’émetteur", TIMEOUT);

            send(monitor, 84, then.plusMillis(1), "F");
            page.shows(TILE + " .value", "84", TIMEOUT);
        }
    }

    @Test
    void theTileFollowsTheLiveValueWhateverTheMonitorsClockShows() throws Exception {
        try (var page = page();
                var monitor = new Socket(InetAddress.getLoopbackAddress(), gateway.mllpPort())) {
            // given
            Duration[] off = {
                Duration.ZERO,
                Duration.ofMinutes(4),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofHours(-1),
                Duration.ofHours(-1),
                Duration.ofHours(-1),
                Duration.ZERO,
                Duration.ofSeconds(-30),
                Duration.ofSeconds(-30)
            };
            // when, then
            for (int second = 0; second < off.length; second++) {
                send(monitor, 90 + second, Instant.now().plus(off[second]), "F");
                boolean isFirstAfterAJumpBack = second == 4 || second == 8;
                page.shows(TILE + " .value", "" + (90 + second - (isFirstAfterAJumpBack ? 1 : 0)), TIMEOUT);
                page.pause(Duration.ofSeconds(1));
            }
        }
    }

    /** French, as the unit reads it. */
    private WardPageBrowser page() {
        Optional<WardPageBrowser> page = WardPageBrowser.open(station.loginAddress(), "fr-FR", "[data-bed]");
        assumeTrue(page.isPresent(), "SKIPPED: no chromium");
        return page.get();
    }

    private void send(Socket monitor, int rate, Instant at, String status) throws IOException {
        String message = "MSH|^~\\&|MON|ICU|||" + STAMP.format(at) + "||ORU^R01^ORU_R01|" + ++sent + "|P|2.6\r"
                + "PID|||4410077^^^IPP^PI\rPV1||I|REA^^03\r"
                + "OBR|1|||1^vitals|||" + STAMP.format(at) + "\r"
                + "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|" + rate
                + "|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||" + status + "\r";
        monitor.getOutputStream().write(("\u000b" + message + "\u001c\r").getBytes(StandardCharsets.UTF_8));
        monitor.getOutputStream().flush();
        assertThat(answer(monitor)).contains("MSA|AA|" + sent);
    }

    private static String answer(Socket monitor) throws IOException {
        var answer = new StringBuilder();
        for (int next = monitor.getInputStream().read(); next >= 0 && next != 0x1c; ) {
            answer.append((char) next);
            next = monitor.getInputStream().read();
        }
        return answer.toString();
    }

    private GatewayConfig gateway(KafkaConnectionConfig kafka) {
        return ConfigLoader.load(
                Optional.empty(),
                GatewayConfig.class,
                Map.of(
                        "VIGIE_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                        "VIGIE_KAFKA_REGISTRY_URL", kafka.registryUrl(),
                        "VIGIE_KAFKA_NAMESPACE", kafka.namespace(),
                        "VIGIE_KAFKA_PARTITIONS", "" + kafka.partitions(),
                        "VIGIE_MLLP_PORT", "0",
                        "VIGIE_FHIR_PORT", "0",
                        "VIGIE_FHIR_TOKENS", directory.resolve("tokens").toString(),
                        "VIGIE_KEYS", directory.resolve("keys").toString()));
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }
}
