package org.vigie.signal.channel;

import java.time.Duration;
import java.time.Instant;
import org.vigie.signal.newest.ClockAlignment;

/**
 * Describes one source of a variable at a bed and the time of its last reading.
 *
 * @param source name of the source
 * @param lastReceived when its newest kept reading was received; {@link #SILENT} when the device has reported no value since
 * @param rhythm time between its two newest kept readings; zero while unknown, and again after a break of a stream
 * @param steadyFrom when it may replace another source: a source that returns must send for a while first
 */
public record SourceActivity(SourceName source, Instant lastReceived, Duration rhythm, Instant steadyFrom) {
    static final Instant SILENT = Instant.EPOCH;

    /** Shorter than the 15 s after which the station no longer shows a continuous value. */
    private static final Duration SHORTEST = ClockAlignment.LIVE;

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Rhythms whose two and a half intervals are as long as the shortest and the longest silence. */
    private static final Duration SHORT_RHYTHM = SHORTEST.multipliedBy(2).dividedBy(5);

    private static final Duration LONG_RHYTHM = LONGEST.multipliedBy(2).dividedBy(5);
    private static final Duration STEADY = ClockAlignment.LIVE;

    /** Longest interval between two readings of a stream: that of a live device, plus one second for a delayed message. */
    private static final Duration STREAM = ClockAlignment.LIVE.plusSeconds(1);

    static SourceActivity first(SourceName source, Instant received) {
        return new SourceActivity(source, received, Duration.ZERO, received);
    }

    SourceActivity afterReading(Instant received) {
        Instant steady = isSending(received) ? steadyFrom : received.plus(STEADY);
        return new SourceActivity(source, received, nextRhythm(received), steady);
    }

    private Duration nextRhythm(Instant received) {
        if (lastReceived.equals(SILENT)) {
            return streams() ? rhythm : Duration.ZERO;
        }
        if (lastReceived.equals(received)) {
            return rhythm;
        }
        return streams() && !isSending(received)
                ? Duration.ZERO
                : Duration.between(lastReceived, received).abs();
    }

    SourceActivity withoutValue() {
        return new SourceActivity(source, SILENT, rhythm, steadyFrom);
    }

    /**
     * Returns true when a reading came within two and a half of the source's intervals. A time in the future comes from before the ward's
     * clock was set back.
     */
    boolean isSending(Instant now) {
        return Duration.between(lastReceived, now).abs().compareTo(longestSilence()) <= 0;
    }

    boolean isSteady(Instant now) {
        return !steadyFrom.isAfter(now) || steadyFrom.isAfter(now.plus(STEADY));
    }

    /** Returns true when the source sends at least every ten seconds, which is often enough for alarms. */
    boolean streams() {
        return !rhythm.isZero() && rhythm.compareTo(STREAM) <= 0;
    }

    /** Returns true when the source is known to send less often, such as an export every minute or an hourly charted value. */
    boolean isSlow() {
        return rhythm.compareTo(STREAM) > 0;
    }

    private Duration longestSilence() {
        if (rhythm.compareTo(SHORT_RHYTHM) <= 0) {
            return SHORTEST;
        }
        return rhythm.compareTo(LONG_RHYTHM) >= 0
                ? LONGEST
                : rhythm.multipliedBy(5).dividedBy(2);
    }
}
