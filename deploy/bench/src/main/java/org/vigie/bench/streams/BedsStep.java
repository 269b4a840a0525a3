package org.vigie.bench.streams;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Holds the cost of a number of beds during one measurement.
 *
 * @param beds at one message a second each
 * @param alarms raised alarms that were measured
 * @param p99Ms 99th percentile from the broker's append of a reading to that of its alarm; 0 without alarms
 * @param lag messages that vitals-streams had not processed at the end
 * @param published share of the messages that the simulator published in time
 * @param cpuMicros processor time of vitals-streams and alert-streams per reading, in µs
 * @param vitalsCpuMicros that of vitals-streams alone
 * @param passThroughCpuMicros processor time of the pass-through pipeline per reading, in µs
 * @param stateBytesPerBed newest bytes of all keys in the changelogs, per bed
 * @param heapBytesPerBed used heap of the process after a collection, per bed, with broker and simulator
 */
record BedsStep(
        @JsonProperty("beds") int beds,
        @JsonProperty("alarms") int alarms,
        @JsonProperty("p99_ms") double p99Ms,
        @JsonProperty("lag") long lag,
        @JsonProperty("published") double published,
        @JsonProperty("cpu_us_per_reading") double cpuMicros,
        @JsonProperty("vitals_cpu_us_per_reading") double vitalsCpuMicros,
        @JsonProperty("pass_through_cpu_us_per_reading") double passThroughCpuMicros,
        @JsonProperty("state_bytes_per_bed") long stateBytesPerBed,
        @JsonProperty("heap_bytes_per_bed") long heapBytesPerBed) {
    private static final double LONGEST_MS = 1_000;
    private static final int LONGEST_LAG_SECONDS = 2;
    private static final double LEAST_PUBLISHED = 0.95;

    /** Returns true when the alarms came within a second, nothing lagged, and the whole load was published. */
    boolean held() {
        return alarms > 0
                && p99Ms <= LONGEST_MS
                && lag <= (long) beds * LONGEST_LAG_SECONDS
                && published >= LEAST_PUBLISHED;
    }

    @Override
    public String toString() {
        return "%,d beds: %s, p99 %.0f ms of %d alarms, lag %d, published %.2f, %.1f us a reading (vitals %.1f, pass-through %.1f), state %,d B and heap %,d B a bed"
                .formatted(
                        beds,
                        held() ? "held" : "not held",
                        p99Ms,
                        alarms,
                        lag,
                        published,
                        cpuMicros,
                        vitalsCpuMicros,
                        passThroughCpuMicros,
                        stateBytesPerBed,
                        heapBytesPerBed);
    }
}
