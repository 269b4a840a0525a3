package org.vigie.gateway.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.terminology.CodeMap;
import org.vigie.testing.broker.MosquittoBroker;

/** Tests the gateway with Debian's real mosquitto. */
class MqttGatewayIT {
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    Path directory;

    private MosquittoBroker broker;
    private Mqtt3BlockingClient device;
    private final FlakyIntake intake = new FlakyIntake();

    /** Fails on the first {@code down} attempts, as an unavailable Kafka does. */
    private static final class FlakyIntake implements MessageIntake {
        private final List<IntakeDelivery> deliveries = new CopyOnWriteArrayList<>();
        private final List<String> refused = new CopyOnWriteArrayList<>();
        private final AtomicInteger down = new AtomicInteger();
        private final AtomicInteger tries = new AtomicInteger();

        @Override
        public void take(IntakeDelivery delivery) throws IOException {
            tries.incrementAndGet();
            if (down.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IOException("broker is down");
            }
            deliveries.add(delivery);
        }

        @Override
        public void refuse(RefusedMessage refusal) {
            refused.add(refusal.why());
        }

        List<Double> values() {
            return deliveries.stream()
                    .flatMap(delivery -> delivery.observations().stream())
                    .map(MeasuredValue::value)
                    .toList();
        }
    }

    @BeforeEach
    void startBroker() throws IOException {
        Optional<Path> program = MosquittoBroker.installed();
        assumeTrue(program.isPresent(), "mosquitto is not installed");
        broker = MosquittoBroker.start(program.orElseThrow(), directory);
        device = MqttClient.builder()
                .useMqttVersion3()
                .identifier("device")
                .serverHost("127.0.0.1")
                .serverPort(broker.port())
                .buildBlocking();
        device.connect();
    }

    @AfterEach
    void stopBroker() {
        if (broker != null) {
            device.disconnect();
            broker.close();
        }
    }

    private MqttGateway gateway(int version) {
        return gateway(version, intake);
    }

    private MqttGateway gateway(int version, FlakyIntake taker) {
        return MqttGateway.start(
                new MqttConfig(broker.url(), version, "gateway", "icu", Optional.empty(), Optional.empty()),
                CodeMap::standard,
                taker);
    }

    private void send(String topic, String payload) {
        device.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private void sendHeartRate(int value) {
        send(
                "icu/REA/03",
                "{\"device\":\"mon-3\",\"time\":\"2026-03-05T08:15:00Z\",\"readings\":[{\"variable\":\"hr\",\"value\":"
                        + value + "}]}");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void batchesArriveInOrderAlsoWhenKafkaWasAwayForAWhile(int version) {
        // given
        intake.down.set(2);
        try (MqttGateway gateway = gateway(version)) {
            // when
            for (int value = 60; value < 90; value++) {
                sendHeartRate(value);
            }
            // then
            Awaitility.await().atMost(LONG).until(() -> intake.deliveries.size() == 30);
            assertThat(intake.values()).isSorted().hasSize(30);
            assertThat(intake.tries.get()).isEqualTo(32);
            assertThat(gateway.isConnected()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void whatKafkaRefusedIsSentAgainToTheNextGateway(int version) {
        // given
        intake.down.set(Integer.MAX_VALUE);
        try (MqttGateway first = gateway(version)) {
            sendHeartRate(71);
            Awaitility.await().atMost(LONG).until(() -> intake.tries.get() > 0);
            assertThat(first.isConnected()).isTrue();
        }
        assertThat(intake.deliveries).isEmpty();
        // when
        sendHeartRate(72);
        var next = new FlakyIntake();
        try (MqttGateway second = gateway(version, next)) {
            // then
            Awaitility.await().atMost(LONG).until(() -> next.deliveries.size() >= 2);
            assertThat(second.isConnected()).isTrue();
            assertThat(next.values()).containsExactly(71.0, 72.0);
        }
    }

    @Test
    void whatCannotBeReadIsKeptApartAndHoldsNothingUp() {
        try (MqttGateway gateway = gateway(5)) {
            // when
            send("icu/REA/03", "no json");
            sendHeartRate(80);
            // then
            Awaitility.await().atMost(LONG).until(() -> intake.deliveries.size() == 1);
            assertThat(gateway.isConnected()).isTrue();
            assertThat(intake.refused).singleElement().asString().startsWith("JSON: not well-formed");
        }
    }

    @Test
    void theLastWillOfADisconnectedDeviceIsATechnicalAlarm() throws IOException {
        try (MqttGateway gateway = gateway(5)) {
            // when
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), broker.port())) {
                socket.getOutputStream().write(connectWithWill());
                assertThat(socket.getInputStream().readNBytes(4)).startsWith(0x20);
            }
            // then
            Awaitility.await().atMost(LONG).until(() -> intake.deliveries.size() == 1);
            assertThat(gateway.isConnected()).isTrue();
            assertThat(intake.deliveries.get(0).alerts())
                    .extracting(BedsideAlert::bed, BedsideAlert::type, BedsideAlert::state)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("REA/07", "ST", "active"));
        }
    }

    /** MQTT 3.1.1, section 3.1: a CONNECT with a will of QoS 1. */
    private static byte[] connectWithWill() throws IOException {
        var body = new ByteArrayOutputStream();
        var out = new DataOutputStream(body);
        out.writeUTF("MQTT");
        out.writeByte(4);
        out.writeByte(0b0000_1110);
        out.writeShort(60);
        out.writeUTF("mon-7");
        out.writeUTF("icu/REA/07/state");
        out.writeUTF("{\"device\":\"mon-7\",\"state\":\"offline\"}");
        var packet = new ByteArrayOutputStream();
        packet.write(0x10);
        packet.write(body.size());
        body.writeTo(packet);
        return packet.toByteArray();
    }
}
