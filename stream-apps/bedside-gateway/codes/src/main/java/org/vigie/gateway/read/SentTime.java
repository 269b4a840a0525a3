package org.vigie.gateway.read;

import java.time.Instant;
import java.util.Optional;
import org.vigie.gateway.intake.DropReason;

/** A time field as it was sent: an instant, nothing at all, or something that is no instant. */
public sealed interface SentTime {
    record SentInstant(Instant time) implements SentTime {}

    /** The field is empty: another may speak in its place. */
    enum AbsentTime implements SentTime {
        ABSENT
    }

    /** The field is filled, and says no instant: no other field may speak in its place. */
    record UnreadableTime(DropReason reason) implements SentTime {}

    default boolean isAbsent() {
        return this == AbsentTime.ABSENT;
    }

    default Optional<Instant> instant() {
        return this instanceof SentInstant sentInstant ? Optional.of(sentInstant.time) : Optional.empty();
    }

    /** Why there is no instant; {@link DropReason#NO_TIME} also when nothing was sent. */
    default DropReason reason() {
        return this instanceof UnreadableTime unreadableTime ? unreadableTime.reason : DropReason.NO_TIME;
    }
}
