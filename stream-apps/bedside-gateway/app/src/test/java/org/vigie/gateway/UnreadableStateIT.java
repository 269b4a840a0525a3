package org.vigie.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.gateway.mllp.MllpTestClient;
import org.vigie.gateway.mqtt.MqttConfig;
import org.vigie.platform.topic.KafkaClients;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Stay;
import org.vigie.schemas.topic.Topic;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;

/** Tests the start of a gateway whose own topics hold a record that cannot be read. */
@ExtendWith(EmbeddedKafkaExtension.class)
class UnreadableStateIT {
    private static final String BED = "REA/03";
    private static final byte[] UNREADABLE = {1, 2, 3};

    @TempDir
    static Path directory;

    @Test
    void aGatewayStartsAndForgetsOnlyWhatCannotBeRead(KafkaTestNamespace namespace) throws Exception {
        try (var watched = GatewayWithVitals.start(namespace, directory, MqttConfig.defaults())) {
            // given
            assertThat(send(watched, admission("1", "4410077"))).contains("MSA|AA|1");
            watched.stopGateway();
            var topics = watched.topics();
            try (var producer = new KafkaClients(watched.kafka())
                    .producer(new ByteArraySerializer(), new ByteArraySerializer(), Map.of())) {
                for (Topic<?> topic : List.of(
                        topics.staysClaimed(),
                        topics.codesMapped(),
                        topics.observationsNamed(),
                        topics.readingsCounted(),
                        topics.readingsLeftOut())) {
                    writeUnreadable(producer, topic);
                }
            }

            // when
            watched.startGateway();

            // then: the bed is watched, and nobody is on it for the gateway until the next admission
            assertThat(send(watched, heartRate("2"))).contains("MSA|AA|2");
            assertThat(watched.values(topics.observationsRaw()))
                    .extracting(Observation::getBed)
                    .containsExactly(BED);
            assertThat(send(watched, admission("3", "4410099"))).contains("MSA|AA|3");
            assertThat(watched.newest(topics.staysCurrent()).get(BED).getStays())
                    .filteredOn(stay -> stay.getUntil() == null)
                    .extracting(Stay::getPatient)
                    .hasSize(1);
        }
    }

    private static void writeUnreadable(Producer<byte[], byte[]> producer, Topic<?> topic) throws Exception {
        producer.send(new ProducerRecord<>(topic.name(), BED.getBytes(StandardCharsets.UTF_8), UNREADABLE))
                .get();
    }

    private static String send(GatewayWithVitals watched, String message) throws IOException {
        try (var sender = new MllpTestClient(watched.gateway().mllpPort())) {
            sender.send(message);
            return sender.answer().orElseThrow();
        }
    }

    private static String admission(String id, String patient) {
        return "MSH|^~\\&|GAM|HOSP|||20260301100000+0100||ADT^A01|" + id + "|P|2.5\rEVN||2026030110000" + id
                + "+0100\rPID|||" + patient + "^^^IPP^PI||ORMEAU||19570412|F\rPV1||I|REA^^03||||||||||||||||S-"
                + patient
                + "\r";
    }

    private static String heartRate(String id) {
        return "MSH|^~\\&|MON|ICU|||20260301101500+0100||ORU^R01^ORU_R01|" + id + "|P|2.6\r"
                + "PID|||4410077^^^IPP^PI\rPV1||I|REA^^03\rOBR|1|||1^vitals|||20260301101459+0100\r"
                + "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|83|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R\r";
    }
}
