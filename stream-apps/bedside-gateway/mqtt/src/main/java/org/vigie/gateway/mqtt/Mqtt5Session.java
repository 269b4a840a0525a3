package org.vigie.gateway.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Represents a session of MQTT 5. */
final class Mqtt5Session implements MqttSession {
    /** The largest number of messages that are not acknowledged. More messages wait at the broker. */
    private static final int RECEIVE_MAXIMUM = 64;

    private final MqttConfig config;
    private final Mqtt5AsyncClient client;

    Mqtt5Session(MqttConfig config, MqttClientBuilder client) {
        this.config = config;
        this.client = client.useMqttVersion5().buildAsync();
    }

    @Override
    public CompletableFuture<?> open(String root, Executor executor, Consumer<ReceivedPublish> take) {
        client.publishes(MqttGlobalPublishFilter.ALL, message -> take.accept(received(message)), executor, true);
        var connect = client.connectWith()
                .cleanStart(false)
                .noSessionExpiry()
                .restrictions()
                .receiveMaximum(RECEIVE_MAXIMUM)
                .applyRestrictions();
        config.user()
                .ifPresent(user -> connect.simpleAuth()
                        .username(user)
                        .password(config.password().orElse("").getBytes(StandardCharsets.UTF_8))
                        .applySimpleAuth());
        return connect.send().thenCompose(connected -> subscribe(root));
    }

    private static ReceivedPublish received(Mqtt5Publish message) {
        return new ReceivedPublish(message.getTopic().toString(), message.getPayloadAsBytes(), message::acknowledge);
    }

    private CompletableFuture<?> subscribe(String root) {
        return client.subscribeWith()
                .addSubscription()
                .topicFilter(root + "/+/+")
                .qos(MqttQos.AT_LEAST_ONCE)
                .applySubscription()
                .addSubscription()
                .topicFilter(root + "/+/+/state")
                .qos(MqttQos.AT_LEAST_ONCE)
                .applySubscription()
                .send();
    }

    @Override
    public CompletableFuture<?> close() {
        return client.disconnect();
    }
}
