package org.vigie.gateway.mqtt;

import java.net.URI;
import java.util.Optional;

/**
 * Configures the connection to the MQTT broker.
 *
 * @param url {@code mqtt://host:1883}, {@code mqtts://host:8883}; empty when MQTT is off
 * @param version version of the protocol: 3 (3.1.1) or 5
 * @param clientId name of the gateway's session; the broker keeps messages under it while the gateway is away
 * @param root first level of the topics
 * @param user user name, when the broker requires one
 * @param password password of the user
 */
public record MqttConfig(
        String url, int version, String clientId, String root, Optional<String> user, Optional<String> password) {
    private static final int PORT = 1883;
    private static final int TLS_PORT = 8883;

    public MqttConfig {
        require(
                url.isEmpty() || url.matches("mqtts?://[^/:\\s]+(:\\d{1,5})?"),
                "url",
                "mqtt://host:port or mqtts://host:port",
                url);
        require(version == 3 || version == 5, "version", "3 or 5", version);
        require(clientId.matches("[A-Za-z0-9-]{1,23}"), "clientId", "1 to 23 letters, digits or '-'", clientId);
        require(root.matches("[^/+#\\s]+"), "root", "one level of a topic", root);
    }

    private static void require(boolean holds, String key, String rule, Object was) {
        if (!holds) {
            throw new IllegalArgumentException("mqtt." + key + ": must be " + rule + ", was " + was);
        }
    }

    public static MqttConfig defaults() {
        return new MqttConfig("", 5, "vigie-gateway", "icu", Optional.empty(), Optional.empty());
    }

    public boolean isOn() {
        return !url.isEmpty();
    }

    String host() {
        return URI.create(url).getHost();
    }

    int port() {
        int given = URI.create(url).getPort();
        return given > 0 ? given : isTls() ? TLS_PORT : PORT;
    }

    boolean isTls() {
        return url.startsWith("mqtts:");
    }
}
