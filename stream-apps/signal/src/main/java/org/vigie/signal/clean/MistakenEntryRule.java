package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.vigie.schemas.variable.Variable;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChannelHistory.ValueDisposition;

/**
 * Detects a charted value that is probably a mistaken entry ({@link EntryMistakeOdds}), from the values before it. The next value confirms it
 * when it is near.
 *
 * <p>Values that are less than a minute apart come from a monitor and are not charted.
 *
 * @param seen reported values before this one
 */
record MistakenEntryRule(Variable variable, ChannelHistory seen) {
    private static final Duration CHARTED = Duration.ofMinutes(1);
    private static final int NEAREST = 3;
    private static final int USED = 12;

    boolean applies(double value, Instant at) {
        if (value <= 0 || isStreamed(at)) {
            return false;
        }
        var odds = new EntryMistakeOdds(variable);
        double[] earlier = earlier();
        double[] nearest = Arrays.copyOf(earlier, Math.min(NEAREST, earlier.length));
        return odds.isMistaken(value, nearest, earlier) && !isConfirmed(value, odds, earlier);
    }

    private boolean isStreamed(Instant at) {
        return !seen.reported().isEmpty()
                && Duration.between(seen.latest(), at).abs().compareTo(CHARTED) < 0;
    }

    /** Returns the newest kept values, the newest first. */
    private double[] earlier() {
        return seen.reported().stream()
                .filter(reported -> reported.disposition() == ValueDisposition.KEPT && reported.value() > 0)
                .mapToDouble(ReportedValue::value)
                .limit(USED)
                .toArray();
    }

    /** Returns true when the value before lies near this one, even if it was suspect. */
    private boolean isConfirmed(double value, EntryMistakeOdds odds, double... earlier) {
        return seen.reported().stream()
                .filter(ReportedValue::stands)
                .findFirst()
                .filter(last -> odds.areNear(last.value(), value, earlier))
                .isPresent();
    }
}
