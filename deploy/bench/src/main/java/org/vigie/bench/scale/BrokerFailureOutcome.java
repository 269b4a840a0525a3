package org.vigie.bench.scale;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Holds what a broker failure did to the delay from sending an observation to the end of its alarm rules.
 *
 * @param delayP99Before 99th percentile before the failure, in milliseconds
 * @param delayMax longest delay of all, in seconds
 * @param late observations that took longer than a second
 * @param recovery seconds from the failure to the last observation that took longer than a second
 */
record BrokerFailureOutcome(
        @JsonProperty("observations") int observations,
        @JsonProperty("delay_p99_before_ms") double delayP99Before,
        @JsonProperty("delay_max_s") double delayMax,
        @JsonProperty("late") long late,
        @JsonProperty("recovery_s") double recovery) {
    private static final double LATE = 1;

    /** @param passages when each observation was sent and when its rules were done, in seconds */
    static BrokerFailureOutcome of(List<double[]> passages, BrokerOutage outage) {
        double[] before = delays(passages, passage -> passage[1] < outage.from());
        double[] all = delays(passages, passage -> true);
        return new BrokerFailureOutcome(
                passages.size(),
                rounded(1_000 * before[(int) (before.length * 0.99)]),
                rounded(all[all.length - 1]),
                Arrays.stream(all).filter(delay -> delay > LATE).count(),
                rounded(lastLate(passages, outage) - outage.from()));
    }

    private static double lastLate(List<double[]> passages, BrokerOutage outage) {
        return passages.stream()
                .filter(passage -> passage[1] - passage[0] > LATE)
                .mapToDouble(passage -> passage[1])
                .max()
                .orElse(outage.from());
    }

    private static double[] delays(List<double[]> passages, Predicate<double[]> chosen) {
        return passages.stream()
                .filter(chosen)
                .mapToDouble(passage -> passage[1] - passage[0])
                .sorted()
                .toArray();
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
