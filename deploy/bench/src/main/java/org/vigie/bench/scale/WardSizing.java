package org.vigie.bench.scale;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Calculates what a number of beds needs.
 *
 * @param beds each sends one observation a second, and a window every five minutes
 */
record WardSizing(int beds, MeasuredCosts costs) {
    /** A thread of a Streams app is planned for a fifth of its capacity, so that it catches up five seconds in one. */
    private static final double PLANNED_SHARE = 0.2;

    private static final int COPIES = 3;
    private static final int RETENTION_DAYS = 7;
    private static final int WINDOW_SECONDS = 300;
    private static final int BEDS_OF_A_PARTITION = 42;
    /** Price of a TiB of replicated block storage for a month; an assumption, not a measurement. */
    private static final double EURO_OF_A_TIB = 50;

    private static final double SECONDS_OF_A_DAY = 86_400;

    /** Returns the partitions of every topic: one for 42 beds, at least 4, a multiple of 4. */
    int partitions() {
        int needed = Math.max(4, (beds + BEDS_OF_A_PARTITION - 1) / BEDS_OF_A_PARTITION);
        return (needed + 3) / 4 * 4;
    }

    /** Returns how many instances of one Streams app the beds need. */
    int instances(double secondsOfAnObservation) {
        return Math.max(2, (int) Math.ceil(beds * secondsOfAnObservation / PLANNED_SHARE));
    }

    /** Returns the figures by name with the unit at the end. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("beds", beds);
        figures.put("partitions", partitions());
        figures.put("observations_per_s", beds);
        figures.put("vitals_streams_instances", instances(costs.vitalsSeconds()));
        figures.put("alert_streams_instances", instances(costs.alertSeconds()));
        putProcessors(figures);
        putStorage(figures);
        return figures;
    }

    private void putProcessors(Map<String, Object> figures) {
        figures.put("gateway_cores", rounded(beds * costs.messageMicros() / 1e6));
        figures.put("vitals_streams_cores", rounded(beds * costs.vitalsSeconds()));
        figures.put("alert_streams_cores", rounded(beds * costs.alertSeconds()));
        figures.put("model_server_cores", rounded(beds * costs.windowMillis() / 1e3 / WINDOW_SECONDS));
        figures.put("streams_state_gib", rounded(beds * costs.stateBytes() / (1 << 30)));
        figures.put("streams_heap_gib", rounded(beds * costs.heapBytes() / (1 << 30)));
    }

    private void putStorage(Map<String, Object> figures) {
        double topicsADay = beds * costs.topicMiB();
        figures.put("broker_disk_gib", rounded(topicsADay * RETENTION_DAYS * COPIES / 1024));
        figures.put("broker_write_mib_per_s", rounded(topicsADay * COPIES / SECONDS_OF_A_DAY));
        figures.put("store_disk_gib_per_day", rounded(beds * costs.storeMiB() / 1024));
        figures.put("archive_tib_per_year", rounded(topicsADay * 365 / 1024 / 1024));
        double disk = topicsADay * RETENTION_DAYS * COPIES + beds * costs.storeMiB() * RETENTION_DAYS;
        figures.put("disk_eur_per_month", Math.round(disk / 1024 / 1024 * EURO_OF_A_TIB));
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
