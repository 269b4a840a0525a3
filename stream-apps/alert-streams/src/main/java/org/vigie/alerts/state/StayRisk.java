package org.vigie.alerts.state;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Holds the newest risk score of a stay.
 *
 * @param probability probability of death, 0 to 1; NaN when the model server gave none
 * @param low lower end of its interval; NaN when the model gives none
 * @param windowEnd event time of the scored window
 * @param revision revision of that window
 */
public record StayRisk(double probability, double low, Instant windowEnd, long revision) {
    static final StayRisk NONE = new StayRisk(Double.NaN, Double.NaN, Instant.EPOCH, -1);

    /** Returns true when this score is of an older window or of an older revision of the same window. */
    public boolean isOlderThan(StayRisk other) {
        int order = windowEnd.compareTo(other.windowEnd);
        return order < 0 || (order == 0 && revision < other.revision);
    }

    /** Returns true when the model gives an interval. */
    public boolean hasInterval() {
        return !Double.isNaN(low);
    }

    /** Returns the probability, unless the score is older than {@code age} at {@code clock}. */
    public OptionalDouble at(Instant clock, Duration age) {
        return Double.isNaN(probability) || clock.isAfter(windowEnd.plus(age))
                ? OptionalDouble.empty()
                : OptionalDouble.of(probability);
    }
}
