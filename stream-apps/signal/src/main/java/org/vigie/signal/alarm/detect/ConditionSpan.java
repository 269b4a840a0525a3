package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;

/** A condition that was seen by every reading from {@code since} to {@code last}, without a gap. */
public record ConditionSpan(Instant since, Instant last) {
    /** Not seen. */
    public static final ConditionSpan NONE = new ConditionSpan(Instant.MAX, Instant.MIN);

    /**
     * Seen at {@code at} too. A gap longer than {@code unbroken} begins it anew, so that a hold never fires early; so does an instant
     * before the first one, which came from a clock that ran ahead.
     */
    ConditionSpan seen(Instant at, Duration unbroken) {
        boolean anew = isNone() || at.isBefore(since) || at.isAfter(last.plus(unbroken));
        return anew ? new ConditionSpan(at, at) : new ConditionSpan(since, at);
    }

    boolean lasts(Duration hold) {
        return !isNone() && !last.isBefore(since.plus(hold));
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
