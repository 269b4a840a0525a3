package org.vigie.simulator;

import java.util.concurrent.atomic.LongAdder;

/** Counts the records and readings that the broker stored. */
final class PublishedCounter {
    private final LongAdder observations = new LongAdder();
    private final LongAdder readings = new LongAdder();

    void add(int readingsOfOne) {
        observations.increment();
        readings.add(readingsOfOne);
    }

    PublishedCount count() {
        return new PublishedCount(observations.sum(), readings.sum());
    }
}
