package org.vigie.platform.app;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.vigie.platform.state.StoreSizeMetric;

/** Collects how many entries each state store of a Streams app holds in this process. All stores lie in memory. */
final class StateSizeMetrics implements Collector {
    private final KafkaStreams streams;
    private final Set<String> stores;
    private final Labels labels;

    /** @param stores names of the stores of the topology */
    StateSizeMetrics(KafkaStreams streams, Set<String> stores, Labels labels) {
        this.streams = streams;
        this.stores = Set.copyOf(stores);
        this.labels = labels;
    }

    @Override
    public MetricSnapshot collect() {
        Map<String, Double> entries = new TreeMap<>();
        stores.forEach(store -> addTable(store, entries));
        addParts(entries);
        var gauge = GaugeSnapshot.builder().name("vigie_kafka_state_entries").help("Entries of a state store.");
        entries.forEach((store, count) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(labels.add("store", store))
                .value(count)
                .build()));
        return gauge.build();
    }

    /** A store of parts is no table, and an app that is starting can be asked for none. */
    private void addTable(String store, Map<String, Double> entries) {
        try {
            var table = streams.store(StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore()));
            entries.put(store, (double) table.approximateNumEntries());
        } catch (InvalidStateStoreException notNow) {
            entries.remove(store);
        }
    }

    private void addParts(Map<String, Double> entries) {
        streams.metrics()
                .values()
                .forEach(metric -> Optional.ofNullable(StoreSizeMetric.store(metric))
                        .ifPresent(store -> entries.merge(store, (double) metric.metricValue(), Double::sum)));
    }
}
