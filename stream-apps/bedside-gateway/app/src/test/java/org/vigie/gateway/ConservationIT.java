package org.vigie.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vigie.gateway.codes.CodeTopics;
import org.vigie.gateway.mllp.MllpTestClient;
import org.vigie.gateway.mqtt.MqttConfig;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.LeftOutReadings;
import org.vigie.schemas.Observation;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.RejectedReading;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.broker.MosquittoBroker;

/**
 * Tests that every reading of every message is kept, suspect, rejected, or left out with a reason, and that the counts
 * add up.
 */
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(EmbeddedKafkaExtension.class)
class ConservationIT {
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    static Path directory;

    private final ConservationCorpus corpus = new ConservationCorpus(Instant.now());

    @Test
    void whatComesInByHl7IsKeptOrSuspectOrRejectedOrLeftOut(KafkaTestNamespace namespace) throws Exception {
        try (var watched = start(namespace);
                MllpTestClient line = new MllpTestClient(watched.gateway().mllpPort())) {
            // when
            List<String> messages = corpus.hl7Corpus();
            for (String message : messages) {
                line.send(message);
                assertThat(line.answer()).isPresent();
            }

            // then
            int readings = 25;
            assertConserved(watched, "MON|ICU", "HL7", readings);
            assertThat(leftOut(watched, "MON|ICU"))
                    .containsEntry("UNMAPPED_CODE", 1L)
                    .containsEntry("UNKNOWN_UNIT", 1L)
                    .containsEntry("NO_TIME", 1L)
                    .containsEntry("WAVEFORM", 1L)
                    .containsEntry("TEXT", 1L)
                    .containsEntry("EMPTY", 1L)
                    .containsEntry("NO_BED", 1L)
                    .containsEntry("SENT_AGAIN", 2L)
                    .containsEntry("REFUSED", 2L)
                    .doesNotContainKey("UNACCOUNTED");
            assertConserved(watched, "unknown", "HL7", 3);
        }
    }

    @Test
    void whatComesInByFhirIsKeptOrSuspectOrRejectedOrLeftOut(KafkaTestNamespace namespace) throws Exception {
        try (var watched = start(namespace)) {
            // when
            List<Integer> answers = new ArrayList<>();
            for (String body : corpus.fhirCorpus()) {
                answers.add(posted(watched, body));
            }

            // then
            assertThat(answers).containsExactly(201, 201, 200, 201, 422, 400, 422);
            assertConserved(watched, "pump-7", "FHIR", 15);
            assertThat(leftOut(watched, "pump-7"))
                    .containsEntry("UNMAPPED_CODE", 1L)
                    .containsEntry("NO_TIME", 1L)
                    .containsEntry("NO_RESULT", 1L)
                    .containsEntry("WAVEFORM", 4L)
                    .containsEntry("REFUSED", 3L)
                    .doesNotContainKey("UNACCOUNTED");
            assertThat(watched.values(watched.topics().recordsQuarantined()))
                    .extracting(Quarantined::getReason)
                    .containsExactlyInAnyOrder(
                            QuarantineReason.REFUSED_MESSAGE,
                            QuarantineReason.MALFORMED_MESSAGE,
                            QuarantineReason.REFUSED_MESSAGE);
            assertThat(watched.values(watched.topics().recordsQuarantined()))
                    .allMatch(record -> record.getOrigin().getTopic().equals("fhir:pump-7"));
        }
    }

    @Test
    void whatComesInByMqttIsKeptOrSuspectOrRejectedOrLeftOut(KafkaTestNamespace namespace) throws Exception {
        var program = MosquittoBroker.installed();
        assumeTrue(program.isPresent(), "SKIPPED: no mosquitto");
        try (var mosquitto = MosquittoBroker.start(program.get(), directory);
                var watched = GatewayWithVitals.start(
                        namespace,
                        directory.resolve(namespace.name()),
                        new MqttConfig(
                                mosquitto.url(), 5, "vigie-gateway", "icu", Optional.empty(), Optional.empty()))) {
            // when
            var device = MqttClient.builder()
                    .serverHost("127.0.0.1")
                    .serverPort(mosquitto.port())
                    .useMqttVersion3()
                    .buildBlocking();
            device.connect();
            for (String batch : corpus.mqttCorpus()) {
                device.publishWith()
                        .topic("icu/REA/81")
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(batch.getBytes(StandardCharsets.UTF_8))
                        .send();
            }
            device.disconnect();

            // then
            assertConserved(watched, "mqtt mon-81", "MQTT", 16);
            assertConserved(watched, "mqtt", "MQTT", 0);
            Map<String, LeftOutReadings> inbox = watched.newest(watched.topics().readingsLeftOut());
            assertThat(inbox.values())
                    .filteredOn(entry -> entry.getExpected().contains("seconds")
                            && !entry.getExpected().contains("micro"))
                    .anySatisfy(entry -> assertThat(entry)
                            .returns("mqtt mon-81", LeftOutReadings::getSource)
                            .returns("UNREADABLE_TIME", LeftOutReadings::getReason)
                            .returns("time", LeftOutReadings::getField)
                            .returns("9999999999", LeftOutReadings::getShape)
                            .returns("milliseconds since 1970; these look like seconds", LeftOutReadings::getExpected));
            assertThat(leftOut(watched, "mqtt mon-81"))
                    .containsEntry("REFUSED", 1L)
                    .doesNotContainKey("UNACCOUNTED");
            assertThat(watched.values(watched.topics().recordsQuarantined()))
                    .extracting(record -> record.getOrigin().getTopic())
                    .containsExactlyInAnyOrder("mqtt:mqtt mon-81", "mqtt:mqtt");
        }
    }

    @Test
    void countsGoOnAfterARestartAndAreServedAsMetrics(KafkaTestNamespace namespace) throws Exception {
        try (var watched = start(namespace)) {
            // given
            try (MllpTestClient line = new MllpTestClient(watched.gateway().mllpPort())) {
                line.send(corpus.oru("1", ConservationCorpus.obx(1, "777777^OWN^99MON", "14", "/min")));
                assertThat(line.answer()).isPresent();
            }

            assertConserved(watched, "MON|ICU", "HL7", 1);
            // when
            watched.restartGateway();
            try (MllpTestClient line = new MllpTestClient(watched.gateway().mllpPort())) {
                line.send(corpus.oru("2", ConservationCorpus.obx(1, "777777^OWN^99MON", "15", "/min")));
                assertThat(line.answer()).isPresent();
            }

            // then
            assertConserved(watched, "MON|ICU", "HL7", 2);
            assertThat(watched.newest(watched.topics().readingsLeftOut()).values())
                    .singleElement()
                    .returns(2L, LeftOutReadings::getCount)
                    .returns("99", LeftOutReadings::getShape)
                    .satisfies(entry -> assertThat(entry.getFirstAt()).isBefore(entry.getLastAt()));
            assertThat(new CodeTopics(watched.kafka()).inbox("mon", "unmapped code", false))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("MON|ICU", "HL7", "unmapped code", "OBX-3", "777777^OWN^99MON", "/min", "99");
            assertThat(new CodeTopics(watched.kafka()).inbox("", "no-time", false))
                    .hasSize(1);
            assertThat(new CodeTopics(watched.kafka()).inbox("", "", true))
                    .singleElement()
                    .asString()
                    .startsWith("{\"source\": \"MON|ICU\"");
            assertThat(get(watched, "/metrics"))
                    .contains(
                            "vigie_gateway_readings_total{protocol=\"HL7\",sender=\"MON|ICU\"} 2",
                            "vigie_gateway_readings_left_out_total{protocol=\"HL7\",reason=\"UNMAPPED_CODE\",sender=\"MON|ICU\"} 2",
                            "vigie_gateway_readings_published_total{protocol=\"HL7\",sender=\"MON|ICU\"} 0");
        }
    }

    private static GatewayWithVitals start(KafkaTestNamespace namespace) throws Exception {
        return GatewayWithVitals.start(namespace, directory.resolve(namespace.name()), MqttConfig.defaults());
    }

    /** In = published + left out by the gateway's own count, and published = kept + suspect + retracted + rejected further on. */
    private static void assertConserved(GatewayWithVitals watched, String sender, String protocol, long readings) {
        await().atMost(LONG).untilAsserted(() -> {
            CountedReadings counted =
                    watched.newest(watched.topics().readingsCounted()).get(sender + "|" + protocol);
            assertThat(counted).as(sender).isNotNull();
            assertThat(counted.getReadings()).as("in: " + counted).isEqualTo(readings);
            long left = counted.getLeftOut().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(counted.getPublished() + left).as(counted::toString).isEqualTo(readings);
            long raw = watched.values(watched.topics().observationsRaw()).stream()
                    .filter(record -> record.getSource().equals(sender))
                    .map(Observation::getReadings)
                    .mapToLong(List::size)
                    .sum();
            assertThat(counted.getPublished()).isEqualTo(raw);
            long judged = watched.values(watched.topics().observationsClean()).stream()
                    .filter(record -> record.getSource().equals(sender) && record.getAttributedFrom() == null)
                    .distinct()
                    .map(CleanObservation::getReadings)
                    .mapToLong(List::size)
                    .sum();
            long rejected = watched.values(watched.topics().observationsRejected()).stream()
                    .distinct()
                    .map(RejectedReading::getSource)
                    .filter(sender::equals)
                    .count();
            assertThat(judged + rejected)
                    .as("kept, suspect, retracted and rejected")
                    .isEqualTo(counted.getPublished());
            inboxAgrees(watched, sender, protocol);
        });
    }

    /** Each reading that was left out is in an entry of the inbox. */
    private static void inboxAgrees(GatewayWithVitals watched, String sender, String protocol) {
        Map<String, Long> entries = watched.newest(watched.topics().readingsLeftOut()).values().stream()
                .filter(entry -> entry.getSource().equals(sender) && entry.getReadings() > 0)
                .collect(Collectors.groupingBy(
                        LeftOutReadings::getReason,
                        TreeMap::new,
                        Collectors.summingLong(LeftOutReadings::getReadings)));
        assertThat(entries)
                .isEqualTo(new TreeMap<>(watched.newest(watched.topics().readingsCounted())
                        .get(sender + "|" + protocol)
                        .getLeftOut()));
    }

    private static Map<String, Long> leftOut(GatewayWithVitals watched, String sender) {
        return watched.newest(watched.topics().readingsCounted()).values().stream()
                .filter(counted -> counted.getSource().equals(sender))
                .flatMap(counted -> counted.getLeftOut().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    }

    private static int posted(GatewayWithVitals watched, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + watched.gateway().fhirPort() + "/fhir?bed=REA/05"))
                .header("X-Vigie-Sender", "pump-7")
                .header("Authorization", "Bearer " + GatewayWithVitals.FHIR_TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String get(GatewayWithVitals watched, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + watched.gateway().fhirPort() + path))
                .header("Authorization", "Bearer " + GatewayWithVitals.FHIR_TOKEN)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
