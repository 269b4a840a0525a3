package org.vigie.gateway.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Represents a session with an MQTT broker, in one version of the protocol. The broker sends a message again that was not acknowledged. */
interface MqttSession {
    /** Holds a received message and its acknowledgement. */
    record ReceivedPublish(String topic, byte[] payload, Runnable acknowledge) {}

    /**
     * Opens the session, or continues the one that the broker kept.
     *
     * @param take called in the order of arrival, one message at a time
     */
    CompletableFuture<?> open(String root, Executor executor, Consumer<ReceivedPublish> take);

    CompletableFuture<?> close();

    static MqttSession of(MqttConfig config, MqttClientBuilder client) {
        return config.version() == 3 ? new Mqtt3Session(config, client) : new Mqtt5Session(config, client);
    }
}
