package org.vigie.gateway.mqtt;

import java.time.Instant;

/** A time field of a batch: an instant, nothing, or something else than an instant. */
sealed interface MqttBatchTime {
    MqttBatchTime MISSING = new MissingBatchTime();

    record BatchInstant(Instant time) implements MqttBatchTime {}

    record MissingBatchTime() implements MqttBatchTime {}

    /**
     * The field is filled, and says no instant.
     *
     * @param sent the field's text
     * @param expected what should have stood there
     */
    record UnreadableBatchTime(String sent, String expected) implements MqttBatchTime {}
}
