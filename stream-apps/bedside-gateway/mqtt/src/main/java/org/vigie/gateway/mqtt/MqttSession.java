package org.vigie.gateway.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A session with a broker, in one version of the protocol: what is not acknowledged comes again. */
interface MqttSession {
    /** A message, and how to acknowledge it. */
    record ReceivedPublish(String topic, byte[] payload, Runnable acknowledge) {}

    /**
     * Opens the session, or goes on with the one the broker kept.
     *
     * @param take called in the order of arrival, one at a time
     */
    CompletableFuture<?> open(String root, Executor executor, Consumer<ReceivedPublish> take);

    CompletableFuture<?> close();

    static MqttSession of(MqttConfig config, MqttClientBuilder client) {
        return config.version() == 3 ? new Mqtt3Session(config, client) : new Mqtt5Session(config, client);
    }
}
