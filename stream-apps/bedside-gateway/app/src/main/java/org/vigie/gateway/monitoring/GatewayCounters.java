package org.vigie.gateway.monitoring;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** Counts what went through since the start, by kind. Holds nothing of a patient. */
public final class GatewayCounters {
    private static final String KIND = "kind";

    private final PrometheusRegistry registry;
    private final Counter counts;

    public GatewayCounters(PrometheusRegistry registry) {
        this.registry = registry;
        counts = Counter.builder()
                .name("vigie_gateway_counts")
                .help("What was counted since the start, by kind: unknown beds, failures.")
                .labelNames(KIND)
                .register(registry);
    }

    /**
     * Registers how many beds the gateway knows, which is what it holds in memory.
     *
     * @param known asked at each scrape
     */
    public void registerBeds(IntSupplier known) {
        GaugeWithCallback.builder()
                .name("vigie_gateway_known_beds")
                .help("Beds that the gateway knows.")
                .callback(out -> out.call(known.getAsInt()))
                .register(registry);
    }

    public void add(String kind, long more) {
        counts.labelValues(kind).inc(more);
    }

    public Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.collect()
                .getDataPoints()
                .forEach(point -> all.put(point.getLabels().get(KIND), (long) point.getValue()));
        return all;
    }
}
