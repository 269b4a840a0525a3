package org.vigie.gateway.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.vigie.gateway.GatewayWithVitals;
import org.vigie.gateway.codes.CodeTopics;
import org.vigie.gateway.mllp.MllpTestClient;
import org.vigie.gateway.mqtt.MqttConfig;
import org.vigie.gateway.send.GatewayRecordSender;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.BackfillProgress;
import org.vigie.schemas.CodeMapping;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.Observation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.terminology.LocalCodeMapping;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;

/** Tests that an interrupted back-fill continues in the next gateway and that cleaning receives each reading once. */
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(EmbeddedKafkaExtension.class)
class CodeMappingBackfillIT {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String KEY = "MON|777777|";

    @TempDir
    static Path directory;

    @Test
    void aBackfillThatIsCutOffIsFinishedByTheNextGateway(KafkaTestNamespace namespace) throws Exception {
        try (var watched = start(namespace)) {
            // given
            int messages = 3 * CodeMappingBackfill.STEP;
            send(watched, messages);

            // when: it has begun, and the gateway goes away
            new CodeTopics(watched.kafka()).map(new LocalCodeMapping("MON", "777777", "", "rr"));
            await().atMost(LONG).until(() -> watched.gateway().counts().getOrDefault("backfilled", 0L) > 0);
            watched.restartGateway();

            // then
            await().atMost(LONG).until(() -> isDone(watched));
            assertThat(late(watched).stream().map(Observation::getMessageId).distinct())
                    .hasSize(messages);
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(cleanRates(watched)).isEqualTo(messages));
        }
    }

    @Test
    void aMappingThatNoGatewaySawIsBackfilledByTheNext(KafkaTestNamespace namespace) throws Exception {
        try (var watched = start(namespace)) {
            // given
            send(watched, 5);
            watched.stopGateway();

            // when
            new CodeTopics(watched.kafka()).map(new LocalCodeMapping("MON", "777777", "", "rr"));
            watched.startGateway();

            // then: once, however often gateways come and go
            await().atMost(LONG).until(() -> isDone(watched));
            watched.restartGateway();
            send(watched, 1);
            assertThat(late(watched)).hasSize(5);
        }
    }

    @Test
    void onlyWhatLiesBehindTheNotedPositionsIsReadAgain(KafkaTestNamespace namespace) throws Exception {
        try (var watched = start(namespace)) {
            // given: one of two partitions was read before the crash
            send(watched, 40);
            watched.stopGateway();
            Map<String, Long> ends = sealedEnds(watched);
            Instant mappedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            try (var recordSender = new GatewayRecordSender(
                    watched.kafka(), new AvroSerdes(watched.kafka().registryUrl()), Duration.ofMinutes(10))) {
                recordSender
                        .send(watched.topics().codesMapped(), KEY, new CodeMapping("MON", "777777", "", "rr", mappedAt))
                        .join();
                recordSender
                        .send(
                                watched.topics().codesBackfilled(),
                                KEY,
                                new BackfillProgress("rr", mappedAt, mappedAt, false, Map.of("0", ends.get("0"))))
                        .join();
            }

            // when
            watched.startGateway();

            // then
            await().atMost(LONG).until(() -> isDone(watched));
            assertThat(ends.get("0")).isPositive();
            assertThat(late(watched)).hasSize(Math.toIntExact(40 - ends.get("0")));
        }
    }

    @Test
    void twoMappingsOfOneMessageAreBothTaken(KafkaTestNamespace namespace) throws Exception {
        try (var watched = start(namespace)) {
            // given
            send(watched, 1);

            // when
            new CodeTopics(watched.kafka()).map(new LocalCodeMapping("MON", "777777", "", "rr"));
            new CodeTopics(watched.kafka()).map(new LocalCodeMapping("MON", "777778", "", "spo2"));

            // then
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(watched.values(watched.topics().observationsClean()).stream()
                                            .flatMap(record -> record.getReadings().stream())
                                            .map(reading -> reading.getVariable()))
                                    .contains("rr", "spo2"));
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(watched.newest(watched.topics().readingsCounted())
                                            .get("MON|ICU|HL7"))
                                    .isNotNull()
                                    .returns(3L, CountedReadings::getReadings)
                                    .returns(2L, CountedReadings::getLate));
        }
    }

    private static GatewayWithVitals start(KafkaTestNamespace namespace) throws Exception {
        return GatewayWithVitals.start(namespace, directory.resolve(namespace.name()), MqttConfig.defaults());
    }

    private static boolean isDone(GatewayWithVitals watched) {
        BackfillProgress progress =
                watched.newest(watched.topics().codesBackfilled()).get(KEY);
        return progress != null && progress.getDone();
    }

    private static List<Observation> late(GatewayWithVitals watched) {
        return watched.values(watched.topics().observationsRaw()).stream()
                .filter(record -> record.getMessageId().endsWith("-mapped"))
                .toList();
    }

    private static long cleanRates(GatewayWithVitals watched) {
        return watched.values(watched.topics().observationsClean()).stream()
                .flatMap(record -> record.getReadings().stream())
                .filter(reading -> reading.getVariable().equals("rr"))
                .count();
    }

    private static Map<String, Long> sealedEnds(GatewayWithVitals watched) {
        Map<String, Long> ends = new TreeMap<>();
        try (var reader = TopicReader.fromBeginning(
                watched.kafka(),
                new AvroSerdes(watched.kafka().registryUrl()),
                watched.topics().messagesSealed())) {
            reader.readToEnd(record -> ends.merge(Integer.toString(record.partition()), 1L, Long::sum));
        }
        return ends;
    }

    private static void send(GatewayWithVitals watched, int messages) throws IOException {
        Instant first = Instant.now().minusSeconds(messages);
        try (MllpTestClient line = new MllpTestClient(watched.gateway().mllpPort())) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < messages; i++) {
                all.add(oru(i, first.plusSeconds(i)));
            }
            line.send(all.toArray(String[]::new));
            assertThat(line.answers(messages)).allMatch(answer -> answer.contains("\rMSA|AA|"));
        }
    }

    private static String oru(int id, Instant at) {
        String time = at.truncatedTo(ChronoUnit.SECONDS).toString().replaceAll("[-:TZ]", "") + "+0000";
        return "MSH|^~\\&|MON|ICU|||" + time + "||ORU^R01^ORU_R01|" + id + "|P|2.6\r"
                + "PID|||4410077^^^IPP^PI\rPV1||I|REA^^03\rOBR|1|||1^vitals|||" + time + "\r"
                + "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1|" + (70 + id % 20) + "|/min|||||R\r"
                + "OBX|2|NM|777777^OWN_RATE^99MON|1|" + (12 + id % 8) + "|/min|||||R\r"
                + "OBX|3|NM|777778^OWN_SATURATION^99MON|1|" + (90 + id % 8) + "|%|||||R\r";
    }
}
