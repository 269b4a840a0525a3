package org.vigie.gateway.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MessageIntake;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.platform.retry.ExponentialBackoff;
import org.vigie.platform.retry.RetryExecutor;
import org.vigie.schemas.QuarantineReason;
import org.vigie.terminology.CodeMap;

/**
 * Takes batches from an MQTT broker in their order. A batch is acknowledged (QoS 1) once the intake has it. While the intake fails, the
 * batch is tried again, and later batches wait at the broker. The broker keeps the session when this process ends. A payload that cannot be
 * read is quarantined and acknowledged.
 */
public final class MqttGateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MqttGateway.class);
    private static final ExponentialBackoff RETRY_PAUSE = ExponentialBackoff.constant(Duration.ofMillis(500));
    private static final long CONNECT_SECONDS = 10;
    private static final long CLOSE_SECONDS = 5;

    private final MqttConfig config;
    private final Supplier<CodeMap> codes;
    private final MessageIntake intake;
    private final MqttSession session;
    private final RetryExecutor retry =
            new RetryExecutor(RETRY_PAUSE, UncheckedIOException.class::isInstance, MqttGateway::notTaken);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "mqtt-gateway"));
    private volatile boolean connected;

    private MqttGateway(MqttConfig config, Supplier<CodeMap> codes, MessageIntake intake) {
        this.config = config;
        this.codes = codes;
        this.intake = intake;
        this.session = MqttSession.of(config, client());
    }

    /**
     * Connects and takes batches from now on.
     *
     * @param codes asked for each batch, so that a code mapped meanwhile is known
     * @throws IllegalStateException when the broker cannot be reached or refuses the session
     */
    public static MqttGateway start(MqttConfig config, Supplier<CodeMap> codes, MessageIntake intake) {
        var gateway = new MqttGateway(config, codes, intake);
        try {
            gateway.session.open(config.root(), gateway.worker, gateway::take).get(CONNECT_SECONDS, TimeUnit.SECONDS);
            return gateway;
        } catch (ExecutionException | TimeoutException e) {
            gateway.close();
            throw new IllegalStateException("mqtt.url: no session with " + config.url(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            gateway.close();
            throw new IllegalStateException("mqtt: interrupted while connecting", e);
        }
    }

    /** Returns true when the broker is connected. A lost connection is opened again. */
    public boolean isConnected() {
        return connected;
    }

    private MqttClientBuilder client() {
        MqttClientBuilder client = MqttClient.builder()
                .identifier(config.clientId())
                .serverHost(config.host())
                .serverPort(config.port())
                .automaticReconnectWithDefaultConfig()
                .addConnectedListener(context -> connected = true)
                .addDisconnectedListener(context -> disconnected());
        return config.isTls() ? client.sslWithDefaultConfig() : client;
    }

    private void disconnected() {
        if (connected && !retry.isClosed()) {
            LOG.warn("mqtt: the connection to {} is lost; trying again", config.url());
        }
        connected = false;
    }

    private void take(MqttSession.ReceivedPublish received) {
        Optional<MqttTopicAddress> place = MqttTopicAddress.of(config.root(), received.topic());
        if (place.isEmpty()) {
            String why = "topic: must be " + config.root() + "/unit/bed";
            int readings = new MqttBatchReader(codes.get()).count(received.payload());
            refuse("", received, why, readings, QuarantineReason.REFUSED_MESSAGE);
            received.acknowledge().run();
        } else if (isHandled(received, new MqttBatchReader(codes.get()).read(place.get(), received.payload()))) {
            received.acknowledge().run();
        }
    }

    /**
     * Refuses a payload, or hands it to the intake. Returns false when the gateway was closed before: the broker sends the batch again
     * to the next session.
     */
    private boolean isHandled(MqttSession.ReceivedPublish received, BatchReadResult read) {
        if (read.refusal().isEmpty()) {
            MessageIntake.IntakeDelivery delivery = delivery(received, read);
            return retry.isDoneBeforeClose(() -> take(delivery));
        }
        String why = read.outcome().error();
        refuse(read.device(), received, why, read.readings(), read.refusal().get());
        return true;
    }

    private static MessageIntake.IntakeDelivery delivery(MqttSession.ReceivedPublish received, BatchReadResult read) {
        return MessageIntake.IntakeDelivery.of(
                IntakeProtocol.MQTT,
                sender(read.device()),
                read.messageId(),
                read.readings(),
                read.outcome(),
                new StoredMqttBatch(received.topic(), received.payload()).toBytes());
    }

    private void refuse(
            String device, MqttSession.ReceivedPublish received, String why, int readings, QuarantineReason reason) {
        intake.refuse(new RefusedMessage(
                IntakeProtocol.MQTT,
                sender(device),
                new StoredMqttBatch(received.topic(), received.payload()).toBytes(),
                why,
                readings,
                reason));
    }

    private static String sender(String device) {
        return device.isEmpty() ? "mqtt" : "mqtt " + device;
    }

    private void take(MessageIntake.IntakeDelivery delivery) {
        try {
            intake.take(delivery);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while the intake took the batch"));
        }
    }

    private static void notTaken(int number, RuntimeException failure) {
        LOG.warn("mqtt: not taken, trying again: {}", failure.getMessage());
    }

    @Override
    public void close() {
        retry.close();
        try {
            session.close().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            LOG.debug("mqtt: no orderly end of the connection", e);
        }
        worker.shutdownNow();
    }
}
