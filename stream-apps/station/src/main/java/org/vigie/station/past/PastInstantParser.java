package org.vigie.station.past;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.vigie.platform.command.RelativeInstantParser;

/**
 * Reads the time of an earlier situation and refuses a time of which the topics no longer hold everything.
 *
 * @param now the present
 */
public record PastInstantParser(Instant now) {
    /** The topics of observations keep their records so long, and those of states are compacted after it. */
    static final Duration KEPT = Duration.ofDays(7);

    /**
     * Reads a time.
     *
     * @param text a time with its offset such as {@code 2026-03-01T14:05:00Z}, or a time before now such as {@code PT5M}
     * @throws IllegalArgumentException when it cannot be read, lies in the future or is older than seven days
     */
    public Instant parse(String text) {
        Instant at = new RelativeInstantParser(now).parse("at", text);
        if (at.isAfter(now) || at.isBefore(now.minus(KEPT))) {
            Instant present = now.truncatedTo(ChronoUnit.SECONDS);
            throw new IllegalArgumentException("at: must lie between " + present.minus(KEPT) + " and " + present
                    + ", because the topics keep seven days, was '" + text + "'");
        }
        return at;
    }
}
