package org.vigie.gateway.codes;

import java.time.Instant;
import java.util.Optional;

/** A time field as it was sent: an instant, nothing at all, or something that is no instant. */
public sealed interface SentTime {
    record At(Instant time) implements SentTime {}

    /** The field is empty: another may speak in its place. */
    enum Absent implements SentTime {
        ABSENT
    }

    /** The field is filled, and says no instant: no other field may speak in its place. */
    record Unreadable(Reason reason) implements SentTime {}

    default boolean isAbsent() {
        return this == Absent.ABSENT;
    }

    default Optional<Instant> instant() {
        return this instanceof At at ? Optional.of(at.time) : Optional.empty();
    }

    /** Why there is no instant; {@link Reason#NO_TIME} also when nothing was sent. */
    default Reason reason() {
        return this instanceof Unreadable unreadable ? unreadable.reason : Reason.NO_TIME;
    }
}
