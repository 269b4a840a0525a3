package org.vigie.station;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.vigie.station.health.BedFreshnessSnapshot;
import org.vigie.station.health.UnwatchedReason;

/**
 * Counts the beds that are not watched, for the metrics of the station.
 *
 * @param unwatched gives the beds that are not watched now
 */
record UnwatchedBedMetrics(Supplier<List<BedFreshnessSnapshot>> unwatched) {
    void register(PrometheusRegistry registry) {
        GaugeWithCallback.builder()
                .name("vigie_station_beds_unwatched")
                .help("Occupied beds whose readings are not processed, by reason: UNREAD or CANARY_MISSED.")
                .labelNames("reason")
                .callback(this::count)
                .register(registry);
    }

    private void count(GaugeWithCallback.Callback out) {
        List<BedFreshnessSnapshot> beds = unwatched.get();
        Arrays.stream(UnwatchedReason.values())
                .forEach(reason -> out.call(
                        (double) beds.stream()
                                .filter(bed -> bed.reason() == reason)
                                .count(),
                        reason.name()));
    }
}
