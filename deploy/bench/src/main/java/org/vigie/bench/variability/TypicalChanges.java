package org.vigie.bench.variability;

import java.util.List;
import java.util.OptionalDouble;
import org.vigie.simulator.patient.TimeScale;

/**
 * Computes the squared changes of the typical stay among many.
 *
 * <p>Stays differ by a log-normal factor of their deviation. The mean over the stays is therefore larger than the change of the typical one.
 *
 * @param scale FAST: series of every second; SLOW: series of every hour
 */
record TypicalChanges(List<EvenSeries> series, TimeScale scale) {
    /** Steps over which the spread between stays is taken: a minute, and four hours. */
    private static final int FAST_SPREAD_STEPS = 60;

    private static final int SLOW_SPREAD_STEPS = 4;
    /** Amount that rounding to whole numbers adds to a squared change: twice the variance of a uniform number. */
    private static final double ROUNDING = 1 / 6.0;

    /** Returns the squared change of the typical stay over a number of steps; empty when no stay has enough values. */
    OptionalDouble over(int steps) {
        double[] changes = series.stream()
                .map(each -> change(each, steps))
                .flatMap(each -> each.stream().boxed())
                .mapToDouble(Double::doubleValue)
                .toArray();
        double mean = new SampleStatistics(changes).mean();
        return changes.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(unrounded(mean * Math.exp(-2 * spread() * spread())));
    }

    private OptionalDouble change(EvenSeries each, int steps) {
        return scale == TimeScale.FAST ? each.meanSquareChange(steps) : each.typicalSquareChange(steps);
    }

    /** Charted values are less regular than rounding, so only fast changes are corrected. */
    private double unrounded(double change) {
        return scale == TimeScale.FAST ? Math.max(change / 4, change - ROUNDING) : change;
    }

    /** Returns the spread of the log-normal factor. The mean of its square exceeds the median by the factor exp(2 spread^2). */
    double spread() {
        int steps = scale == TimeScale.FAST ? FAST_SPREAD_STEPS : SLOW_SPREAD_STEPS;
        SampleStatistics changes = SampleStatistics.of(series.stream()
                .flatMap(each -> each.meanSquareChange(steps).stream().boxed())
                .toList());
        return Math.sqrt(Math.max(0, Math.log(changes.mean() / changes.median()) / 2));
    }
}
