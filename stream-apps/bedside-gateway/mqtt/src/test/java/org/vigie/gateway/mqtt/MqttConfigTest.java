package org.vigie.gateway.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MqttConfigTest {
    private static MqttConfig at(String url, int version) {
        return new MqttConfig(url, version, "gateway", "icu", Optional.empty(), Optional.empty());
    }

    @Test
    void thePortIsThatOfTheProtocolUnlessOneIsGiven() {
        assertThat(MqttConfig.defaults().isOn()).isFalse();
        assertThat(at("mqtt://broker", 5).port()).isEqualTo(1883);
        assertThat(at("mqtts://broker", 5).port()).isEqualTo(8883);
        assertThat(at("mqtt://broker:1999", 3).port()).isEqualTo(1999);
        assertThat(at("mqtt://broker:1999", 3).host()).isEqualTo("broker");
    }

    @Test
    void aWrongSettingIsRefusedWithItsKey() {
        assertThatThrownBy(() -> at("tcp://broker", 5)).hasMessageContaining("mqtt.url");
        assertThatThrownBy(() -> at("mqtt://broker", 4)).hasMessageContaining("mqtt.version: must be 3 or 5, was 4");
    }
}
