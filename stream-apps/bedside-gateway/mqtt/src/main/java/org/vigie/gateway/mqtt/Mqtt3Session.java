package org.vigie.gateway.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Represents a session of MQTT 3.1.1. */
final class Mqtt3Session implements MqttSession {

    private final MqttConfig config;
    private final Mqtt3AsyncClient client;

    Mqtt3Session(MqttConfig config, MqttClientBuilder client) {
        this.config = config;
        this.client = client.useMqttVersion3().buildAsync();
    }

    @Override
    public CompletableFuture<?> open(String root, Executor executor, Consumer<ReceivedPublish> take) {
        client.publishes(MqttGlobalPublishFilter.ALL, message -> take.accept(received(message)), executor, true);
        var connect = client.connectWith().cleanSession(false);
        config.user()
                .ifPresent(user -> connect.simpleAuth()
                        .username(user)
                        .password(config.password().orElse("").getBytes(StandardCharsets.UTF_8))
                        .applySimpleAuth());
        return connect.send().thenCompose(connected -> subscribe(root));
    }

    private static ReceivedPublish received(Mqtt3Publish message) {
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
