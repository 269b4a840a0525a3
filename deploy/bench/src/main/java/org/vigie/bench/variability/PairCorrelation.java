package org.vigie.bench.variability;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Holds the correlation of two signs over the instants at which both have a value. */
record PairCorrelation(List<Double> firsts, List<Double> seconds) {
    private static final int FEWEST = 12;

    static PairCorrelation of(EvenSeries first, EvenSeries second) {
        PairCorrelation pairs = new PairCorrelation(new ArrayList<>(), new ArrayList<>());
        for (int step = 0; step < Math.min(first.values().length, second.values().length); step++) {
            pairs.add(first.values()[step], second.values()[step]);
        }
        return pairs;
    }

    /** Adds a pair; one with a missing value is left out. */
    void add(double first, double second) {
        if (!Double.isNaN(first) && !Double.isNaN(second)) {
            firsts.add(first);
            seconds.add(second);
        }
    }

    /** Returns Pearson's correlation; empty with too few pairs or without any change. */
    OptionalDouble pearson() {
        double scale = deviation(firsts) * deviation(seconds);
        return firsts.size() < FEWEST || scale == 0 ? OptionalDouble.empty() : OptionalDouble.of(covariance() / scale);
    }

    private double covariance() {
        double firstMean = SampleStatistics.of(firsts).mean();
        double secondMean = SampleStatistics.of(seconds).mean();
        double sum = 0;
        for (int pair = 0; pair < firsts.size(); pair++) {
            sum += (firsts.get(pair) - firstMean) * (seconds.get(pair) - secondMean);
        }
        return sum / firsts.size();
    }

    private static double deviation(List<Double> numbers) {
        return SampleStatistics.of(numbers).deviation();
    }
}
