package org.vigie.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
    @Test
    void theDefaultsNameTheLocalWard() {
        assertThat(KafkaSettings.defaults().topics().observationsRaw().name()).isEqualTo("vigie.ward.observations.raw");
    }

    @Test
    void aWrongValueIsNamed() {
        assertThatThrownBy(() -> new KafkaSettings("nowhere", "http://r", "ward", 4))
                .hasMessage("kafka.bootstrapServers: must be host:port, several with commas, was 'nowhere'");
        assertThatThrownBy(() -> new KafkaSettings("a:1,b:2", "ftp://r", "ward", 4))
                .hasMessageContaining("kafka.registryUrl");
        assertThatThrownBy(() -> new KafkaSettings("a:1", "http://r", "Ward!", 4))
                .hasMessageContaining("namespace");
        assertThatThrownBy(() -> new KafkaSettings("a:1", "http://r", "ward", 0))
                .hasMessage("kafka.partitions: must be positive, was 0");
    }
}
