package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;

/** Holds the time from {@code since} to {@code last} in which every reading showed a condition, without a gap. */
public record ConditionSpan(Instant since, Instant last) {
    /** Span of a condition that was not seen. */
    public static final ConditionSpan NONE = new ConditionSpan(Instant.MAX, Instant.MIN);

    /**
     * Extends the span to {@code at}.
     *
     * <p>The span starts again after a gap longer than {@code unbroken}, so that a delay never ends early. It also starts again at an
     * instant before its begin, because the begin came from a clock that ran ahead.
     */
    ConditionSpan extendedTo(Instant at, Duration unbroken) {
        boolean restart = isNone() || at.isBefore(since) || at.isAfter(last.plus(unbroken));
        return restart ? new ConditionSpan(at, at) : new ConditionSpan(since, at);
    }

    boolean lasts(Duration hold) {
        return !isNone() && !last.isBefore(since.plus(hold));
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
