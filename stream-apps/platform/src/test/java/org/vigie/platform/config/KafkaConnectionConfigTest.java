package org.vigie.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KafkaConnectionConfigTest {
    @Test
    void theDefaultsNameTheLocalWard() {
        assertThat(KafkaConnectionConfig.defaults().topics().observationsRaw().name())
                .isEqualTo("vigie.ward.observations.raw");
    }

    @Test
    void aWrongValueIsNamed() {
        assertThatThrownBy(() -> new KafkaConnectionConfig("nowhere", "http://r", "ward", 4))
                .hasMessage("kafka.bootstrapServers: must be host:port, several with commas, was 'nowhere'");
        assertThatThrownBy(() -> new KafkaConnectionConfig("a:1,b:2", "ftp://r", "ward", 4))
                .hasMessageContaining("kafka.registryUrl");
        assertThatThrownBy(() -> new KafkaConnectionConfig("a:1", "http://r", "Ward!", 4))
                .hasMessageContaining("namespace");
        assertThatThrownBy(() -> new KafkaConnectionConfig("a:1", "http://r", "ward", 0))
                .hasMessage("kafka.partitions: must be positive, was 0");
    }
}
