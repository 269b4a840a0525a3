package org.vigie.training.synthetic;

import java.util.Arrays;

/** Adds up the values of following hours of many stays, around the mean of each stay. */
final class AutocorrelationSums {
    private double products;
    private double firsts;
    private double seconds;
    private int pairs;

    /** Adds the hours of a stay; an hour without a measurement is NaN. */
    void add(double... hours) {
        double mean = Arrays.stream(hours)
                .filter(hour -> !Double.isNaN(hour))
                .average()
                .orElse(0);
        for (int hour = 1; hour < hours.length; hour++) {
            double first = hours[hour - 1] - mean;
            double second = hours[hour] - mean;
            if (!Double.isNaN(first) && !Double.isNaN(second)) {
                products += first * second;
                firsts += first * first;
                seconds += second * second;
                pairs++;
            }
        }
    }

    int pairs() {
        return pairs;
    }

    /** Returns the correlation; 0 where the values do not vary. */
    double correlation() {
        double scale = Math.sqrt(firsts * seconds);
        return scale > 0 ? products / scale : 0;
    }
}
