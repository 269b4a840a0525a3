package org.vigie.gateway.mqtt;

import java.time.Instant;

/** A time field of a batch: an instant, nothing, or something else than an instant. */
sealed interface BatchTime {
    BatchTime MISSING = new Missing();

    record At(Instant time) implements BatchTime {}

    record Missing() implements BatchTime {}

    /**
     * The field is filled, and says no instant.
     *
     * @param sent the field's text
     * @param expected what should have stood there
     */
    record Unreadable(String sent, String expected) implements BatchTime {}
}
