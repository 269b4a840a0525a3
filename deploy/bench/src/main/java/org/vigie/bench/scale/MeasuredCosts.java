package org.vigie.bench.scale;

/**
 * Holds the costs of one bed as they were measured on two shared cores; docs/benchmarks.md has the runs.
 *
 * @param readingsPerSecond readings of a bed in a second, in one observation
 * @param vitalsMicros processor time of vitals-streams for a reading, in microseconds ({@code bench beds}, 700 beds)
 * @param alertMicros the same of alert-streams
 * @param messageMicros processor time of the gateway for a message ({@code bench hl7})
 * @param windowMillis processor time of a risk window, client and server ({@code bench scoring})
 * @param stateBytes state of a bed in a Streams app ({@code bench beds})
 * @param heapBytes heap of a bed in both apps together ({@code bench beds})
 * @param topicMiB disk of a bed-day in raw, clean and windows, one copy (the demo's report)
 * @param storeMiB disk of a bed-day in QuestDB with its log (the demo's report)
 */
record MeasuredCosts(
        double readingsPerSecond,
        double vitalsMicros,
        double alertMicros,
        double messageMicros,
        double windowMillis,
        double stateBytes,
        double heapBytes,
        double topicMiB,
        double storeMiB) {
    static MeasuredCosts ofBenchmarks() {
        return new MeasuredCosts(7, 16, 22, 42, 0.65, 31_000, 160_000, 31.8 + 35 + 1.3, 179);
    }

    /** Returns the processor time of one observation in vitals-streams, in seconds. */
    double vitalsSeconds() {
        return readingsPerSecond * vitalsMicros / 1e6;
    }

    /** Returns the processor time of one observation in alert-streams, in seconds. */
    double alertSeconds() {
        return readingsPerSecond * alertMicros / 1e6;
    }
}
