package org.vigie.bench.scale;

import java.util.SplittableRandom;

/** Simulates one thread of a Streams app: it handles one observation after the other, and stops while its broker cannot take a commit. */
final class StreamThreadQueue {
    private final double meanService;
    private final BrokerOutage outage;
    private final SplittableRandom random;
    private double free;

    /** @param meanService mean processor time of an observation, in seconds; single times are distributed exponentially */
    StreamThreadQueue(double meanService, BrokerOutage outage, SplittableRandom random) {
        this.meanService = meanService;
        this.outage = outage;
        this.random = random;
    }

    /**
     * Handles an observation. Observations come in the order of their arrival.
     *
     * @return when it is done, in seconds
     */
    double done(double arrival) {
        double start = outage.commitPossible(Math.max(arrival, free));
        free = start - meanService * Math.log(1 - random.nextDouble());
        return free;
    }
}
