package org.vigie.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.mllp.MllpTestClient;
import org.vigie.gateway.mqtt.MqttConfig;
import org.vigie.schemas.CleanObservation;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;

/** Tests that the first reading of each bed arrives when many beds are new at once. */
@ExtendWith(EmbeddedKafkaExtension.class)
class NewBedsIT {
    private static final DateTimeFormatter HL7 =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'+0000'").withZone(ZoneOffset.UTC);

    @TempDir
    static Path directory;

    @ParameterizedTest
    @ValueSource(ints = {20, 200})
    void everyNewBedsOnlyReadingThatGotAaIsWatched(int beds, KafkaTestNamespace namespace) throws Exception {
        try (var watched =
                GatewayWithVitals.start(namespace, directory.resolve(namespace.name()), MqttConfig.defaults())) {
            // when: four monitors' lines, one cuff pressure a bed
            List<MllpTestClient> lines = new ArrayList<>();
            for (int line = 0; line < 4; line++) {
                lines.add(new MllpTestClient(watched.gateway().mllpPort()));
            }
            for (int bed = 0; bed < beds; bed++) {
                lines.get(bed % lines.size()).send(cuff(bed));
            }
            for (MllpTestClient line : lines) {
                assertThat(line.answers(beds / lines.size())).allMatch(answer -> answer.contains("\rMSA|AA|"));
                line.close();
            }

            // then
            await().atMost(Duration.ofMinutes(10))
                    .untilAsserted(
                            () -> assertThat(watched.values(watched.topics().observationsClean()).stream()
                                            .map(CleanObservation::getBed)
                                            .distinct())
                                    .hasSize(beds));
            assertThat(watched.values(watched.topics().observationsRejected())).isEmpty();
        }
    }

    private static String cuff(int bed) {
        String now = HL7.format(Instant.now());
        return "MSH|^~\\&|CUFF|ICU|||" + now + "||ORU^R01^ORU_R01|" + bed + "|P|2.6\r"
                + "PID|||" + (7_000 + bed) + "\rPV1||I|REA^^" + bed + "\rOBR|1|||1^vitals|||" + now
                + "\rOBX|1|NM|150021^MDC_PRESS_BLD_NONINV_SYS^MDC|1|118|266016^MDC_DIM_MMHG^MDC|||||F\r";
    }
}
