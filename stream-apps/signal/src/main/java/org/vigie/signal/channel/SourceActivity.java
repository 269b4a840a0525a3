package org.vigie.signal.channel;

import java.time.Duration;
import java.time.Instant;

/**
 * A source of one variable at a bed, and when it was last heard.
 *
 * @param source which it is
 * @param heard when its newest kept reading was received; {@link #SILENT} when the device said since that it has no value
 * @param rhythm the time between its two newest kept readings; zero while unknown, and again after a break of one that streamed
 * @param steadyFrom when it may take the place of another: a source that comes back has to speak for a while
 */
public record SourceActivity(SourceName source, Instant heard, Duration rhythm, Instant steadyFrom) {
    static final Instant SILENT = Instant.EPOCH;

    /** Below the 15 s after which the station shows no value of a continuous variable any more. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration STEADY = Duration.ofSeconds(10);

    /** The longest time between two readings of a stream: ten seconds, and a second for what delays a message. */
    private static final Duration STREAM = Duration.ofSeconds(11);

    static SourceActivity first(SourceName source, Instant received) {
        return new SourceActivity(source, received, Duration.ZERO, received);
    }

    SourceActivity heardAgain(Instant received) {
        Instant steady = speaks(received) ? steadyFrom : received.plus(STEADY);
        return new SourceActivity(source, received, nextRhythm(received), steady);
    }

    private Duration nextRhythm(Instant received) {
        if (heard.equals(SILENT)) {
            return streams() ? rhythm : Duration.ZERO;
        }
        if (heard.equals(received)) {
            return rhythm;
        }
        return streams() && !speaks(received)
                ? Duration.ZERO
                : Duration.between(heard, received).abs();
    }

    SourceActivity silenced() {
        return new SourceActivity(source, SILENT, rhythm, steadyFrom);
    }

    /** Whether it was heard within two and a half of its own intervals; what was heard in the future tells of a clock that was set back. */
    boolean speaks(Instant now) {
        return Duration.between(heard, now).abs().compareTo(patience()) <= 0;
    }

    boolean isSteady(Instant now) {
        return !steadyFrom.isAfter(now) || steadyFrom.isAfter(now.plus(STEADY));
    }

    /** Whether it comes at least every ten seconds: often enough for alarms. */
    boolean streams() {
        return !rhythm.isZero() && rhythm.compareTo(STREAM) <= 0;
    }

    /** Whether it is known to come less often: an export every minute, a value that is charted every hour. */
    boolean isSlow() {
        return rhythm.compareTo(STREAM) > 0;
    }

    private Duration patience() {
        Duration several = rhythm.multipliedBy(5).dividedBy(2);
        if (several.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return several.compareTo(LONGEST) > 0 ? LONGEST : several;
    }
}
