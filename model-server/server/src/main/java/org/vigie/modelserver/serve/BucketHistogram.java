package org.vigie.modelserver.serve;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Counts numbers in buckets. Safe for many threads. */
final class BucketHistogram {
    private final double[] upperEnds;
    private final LongAdder[] counts;
    private final DoubleAdder sum = new DoubleAdder();

    /** @param upperEnds ascending; larger numbers fall into one further bucket */
    BucketHistogram(double... upperEnds) {
        this.upperEnds = upperEnds;
        counts = new LongAdder[upperEnds.length + 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void add(double number) {
        int place = 0;
        while (place < upperEnds.length && number > upperEnds[place]) {
            place++;
        }
        counts[place].increment();
        sum.add(number);
    }

    double[] upperEnds() {
        return upperEnds.clone();
    }

    /** Returns how many numbers are at most each of the upper ends; the last count is that of all numbers. */
    long[] upTo() {
        long[] upTo = new long[counts.length];
        long all = 0;
        for (int i = 0; i < upTo.length; i++) {
            all += counts[i].sum();
            upTo[i] = all;
        }
        return upTo;
    }

    double sum() {
        return sum.sum();
    }
}
