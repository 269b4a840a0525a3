package org.vigie.simulator;

import java.util.concurrent.atomic.LongAdder;

/** Counts what the broker takes. */
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
