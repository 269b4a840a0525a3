package org.vigie.station.stay;

import java.time.Duration;
import java.util.Optional;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.Variable;

/**
 * Measures how often values of one variable come from one source. One missing value does not count: the shorter of the last two intervals is
 * the interval of the feed.
 */
final class FeedInterval {
    private LatestReading newest;
    private Duration last;
    private Duration before;

    /** Takes a newer value of the followed source. Another source begins anew. */
    void take(LatestReading value) {
        boolean same = newest != null && newest.key().equals(value.key());
        Duration interval = same ? Duration.between(newest.asOf(), value.asOf()) : null;
        before = same ? last : null;
        last = interval;
        newest = value;
    }

    /** Returns the interval of a monitor's values in ms; null unless it is longer than the delay of the variable's alarm. */
    Long rareFor(Variable variable, DisplayContext context) {
        Optional<Duration> hold = context.limits().shortestHold(variable.name());
        return interval()
                .filter(interval -> variable.sampling() == SamplingMode.CONTINUOUS)
                .filter(interval -> hold.isPresent() && interval.compareTo(hold.get()) > 0)
                .map(Duration::toMillis)
                .orElse(null);
    }

    /** Returns the interval; empty before the third value of a source. */
    private Optional<Duration> interval() {
        if (last == null || before == null) {
            return Optional.empty();
        }
        return Optional.of(last.compareTo(before) < 0 ? last : before);
    }
}
