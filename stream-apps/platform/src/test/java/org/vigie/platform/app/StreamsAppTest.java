package org.vigie.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static Object property(String instance, String key) {
        return new StreamsAppProperties("vitals-streams", KafkaConnectionConfig.defaults(), Path.of("state"), instance)
                .toProperties()
                .get(key);
    }
}
