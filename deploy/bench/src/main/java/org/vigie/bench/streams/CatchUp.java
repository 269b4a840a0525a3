package org.vigie.bench.streams;

/**
 * Holds the cost of an app while it read a published topic.
 *
 * @param readingsPerSecond throughput by the wall clock
 * @param cpuMicros processor time of the app's stream threads per reading, in µs
 * @param bytes allocated by the same threads per reading
 */
record CatchUp(double readingsPerSecond, double cpuMicros, double bytes) {
    private static final double NANOS_PER_SECOND = 1e9;

    static CatchUp of(long readings, long elapsedNanos, ThreadUsage usage) {
        return new CatchUp(
                readings * NANOS_PER_SECOND / elapsedNanos, usage.cpuMicrosPer(readings), usage.bytesPer(readings));
    }
}
