package org.vigie.bench.scale;

/**
 * Describes the time in which the partitions of a dead broker have no leader.
 *
 * @param from when the broker dies, in seconds
 * @param lasts until new leaders are known to the clients, in seconds
 * @param brokers of the cluster; the dead one led each partition whose number it divides with the rest 0
 */
record BrokerOutage(double from, double lasts, int brokers) {
    /** A thread commits once a second; it notices the outage then. */
    private static final double COMMIT_SECONDS = 1;

    double until() {
        return from + lasts;
    }

    /** Returns when the broker takes a record that is sent to a partition. */
    double appended(double sent, int partition) {
        boolean hasNoLeader = partition % brokers == 0 && sent >= from && sent < until();
        return hasNoLeader ? until() : sent;
    }

    /**
     * Returns when a thread can go on. Its outputs go to every partition, so each thread waits from its next commit on until all
     * partitions have a leader again.
     */
    double commitPossible(double at) {
        return at >= from + COMMIT_SECONDS && at < until() ? until() : at;
    }
}
