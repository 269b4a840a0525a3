package org.vigie.signal.channel;

import java.time.Duration;
import java.time.Instant;

/**
 * A source of one variable at a bed, and when it was last heard.
 *
 * @param source which it is
 * @param heard when its newest kept reading was received; {@link #SILENT} when the device said since that it has no value
 * @param rhythm the time between its two newest kept readings; zero while unknown
 * @param steadyFrom when it may take the place of another: a source that comes back has to speak for a while
 */
public record Speaker(SourceName source, Instant heard, Duration rhythm, Instant steadyFrom) {
    static final Instant SILENT = Instant.EPOCH;

    /** Below the 15 s after which the station shows no value of a continuous variable any more. */
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration STEADY = Duration.ofSeconds(10);

    static Speaker first(SourceName source, Instant received) {
        return new Speaker(source, received, Duration.ZERO, received);
    }

    Speaker heardAgain(Instant received) {
        Duration since = heard.equals(SILENT)
                ? Duration.ZERO
                : Duration.between(heard, received).abs();
        return new Speaker(source, received, since, speaks(received) ? steadyFrom : received.plus(STEADY));
    }

    Speaker silenced() {
        return new Speaker(source, SILENT, rhythm, steadyFrom);
    }

    /** Whether it was heard within two and a half of its own intervals; what was heard in the future tells of a clock that was set back. */
    boolean speaks(Instant now) {
        return Duration.between(heard, now).abs().compareTo(patience()) <= 0;
    }

    boolean isSteady(Instant now) {
        return !steadyFrom.isAfter(now) || steadyFrom.isAfter(now.plus(STEADY));
    }

    private Duration patience() {
        Duration several = rhythm.multipliedBy(5).dividedBy(2);
        if (several.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return several.compareTo(LONGEST) > 0 ? LONGEST : several;
    }
}
