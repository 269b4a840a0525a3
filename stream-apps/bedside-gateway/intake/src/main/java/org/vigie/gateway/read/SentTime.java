package org.vigie.gateway.read;

import java.time.Instant;
import java.util.Optional;
import org.vigie.terminology.DropReason;

/** Represents the content of a time field: an instant, nothing, or text that is no instant. */
public sealed interface SentTime {
    /** Stands for a field that holds an instant. */
    record SentInstant(Instant time) implements SentTime {}

    /** Stands for an empty field. Another field can be used instead. */
    enum AbsentTime implements SentTime {
        ABSENT
    }

    /** Stands for a field that is filled and holds no instant. No other field is used instead. */
    record UnreadableTime(DropReason reason) implements SentTime {}

    default boolean isAbsent() {
        return this == AbsentTime.ABSENT;
    }

    default Optional<Instant> instant() {
        return this instanceof SentInstant sentInstant ? Optional.of(sentInstant.time) : Optional.empty();
    }

    /** Returns why there is no instant. {@link DropReason#NO_TIME} when the field is empty. */
    default DropReason reason() {
        return this instanceof UnreadableTime unreadableTime ? unreadableTime.reason : DropReason.NO_TIME;
    }
}
