package org.vigie.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.tls.ClientTlsConfig;

class StreamsAppTest {
    @TempDir
    Path directory;

    @Test
    void instancesOfAnAppAreMembersOfOneGroupUnderTheirOwnNames() {
        assertThat(property("1", StreamsConfig.APPLICATION_ID_CONFIG))
                .isEqualTo(property("2", StreamsConfig.APPLICATION_ID_CONFIG))
                .isEqualTo("vigie.ward.vitals-streams");
        assertThat(property("1", "main.consumer.group.instance.id")).isEqualTo("vitals-streams-1");
        assertThat(property("2", "main.consumer.group.instance.id")).isEqualTo("vitals-streams-2");
    }

    @Test
    void anInstanceAsksForItsStandbyCopies() {
        // when, then
        assertThat(property("1", StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG)).isEqualTo(1);
    }

    @Test
    void anotherProcessTakesOverBeforeTenSecondsHavePassed() {
        // given
        int session = (int) property("1", "consumer.session.timeout.ms");
        int heartbeat = (int) property("1", "consumer.heartbeat.interval.ms");

        // when
        Object answer = property("1", StreamsConfig.REQUEST_TIMEOUT_MS_CONFIG);

        // then
        assertThat(session + heartbeat).isBetween(6_000, 8_000);
        assertThat(heartbeat * 3).isLessThanOrEqualTo(session);
        assertThat(answer).isEqualTo(10_000);
    }

    @Test
    void theFileOfTheClientMayNameAnotherTimeForAnAnswer() throws IOException {
        // given
        Path file = Files.writeString(directory.resolve("client.properties"), "request.timeout.ms=20000\n");
        var kafka = new KafkaConnectionConfig(
                "127.0.0.1:19092",
                "http://127.0.0.1:18081",
                directory.resolve("token"),
                ClientTlsConfig.defaults(),
                "ward",
                4,
                Optional.of(file));

        // when
        var properties = new StreamsAppProperties(
                        "vitals-streams", kafka, new StreamsInstance(directory.resolve("state"), "1", 0))
                .toProperties();

        // then
        assertThat(properties).containsEntry(StreamsConfig.REQUEST_TIMEOUT_MS_CONFIG, "20000");
    }

    @Test
    void anInstanceRefusesWhatCannotBe() {
        // when, then
        assertThatThrownBy(() -> new StreamsInstance(Path.of("state"), "1", -1))
                .hasMessage("standbys: must lie in 0..3, was -1");
        assertThatThrownBy(() -> new StreamsInstance(Path.of("state"), "a b", 0))
                .hasMessage("instance: must be letters, digits, '.', '_' or '-', was 'a b'");
    }

    private static Object property(String instance, String key) {
        return new StreamsAppProperties(
                        "vitals-streams",
                        KafkaConnectionConfig.defaults(),
                        new StreamsInstance(Path.of("state"), instance, 1))
                .toProperties()
                .get(key);
    }
}
