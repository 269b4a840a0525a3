package org.vigie.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The newest risk score of a stay.
 *
 * @param probability probability of death, 0 to 1; empty when the model server gave none
 * @param low lower end of its interval; empty when the model gives none
 * @param windowEnd event time of the scored window
 * @param revision revision of that window
 */
record StayRisk(List<Double> probability, List<Double> low, Instant windowEnd, long revision) {
    static final StayRisk NONE = new StayRisk(List.of(), List.of(), Instant.EPOCH, -1);

    StayRisk {
        probability = List.copyOf(probability);
        low = List.copyOf(low);
    }

    boolean isOlderThan(StayRisk other) {
        int order = windowEnd.compareTo(other.windowEnd);
        return order < 0 || (order == 0 && revision < other.revision);
    }

    OptionalDouble at(Instant clock, Duration age) {
        return clock.isAfter(windowEnd.plus(age))
                ? OptionalDouble.empty()
                : probability.stream().mapToDouble(Double::doubleValue).findFirst();
    }
}
