package org.vigie.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.KafkaConnectionConfig;

class StreamsAppTest {
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
