package org.vigie.modelserver.serve;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.function.IntSupplier;

/** Measures the requests of one model. */
final class InferenceMetrics {
    private static final double[] SECONDS = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5};
    private static final double[] ROWS = {1, 2, 4, 8, 16, 32, 64, 128, 256};
    private static final double NANOS = 1e9;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Labels model;
    private final Counter answers;
    private final Histogram latency;
    private final Histogram queue;
    private final Histogram batch;

    /** @param model labels that tell it from other models */
    InferenceMetrics(Labels model) {
        this.model = model;
        answers = Counter.builder()
                .name("vigie_inference_requests")
                .help("Requests by outcome.")
                .constLabels(model)
                .labelNames("outcome")
                .register(registry);
        latency = histogram("vigie_inference_duration_seconds", "From request to answer, waiting included.", SECONDS);
        queue = histogram("vigie_inference_queue_seconds", "From request to the start of its batch.", SECONDS);
        batch = histogram("vigie_inference_batch_rows", "Windows computed at once.", ROWS);
    }

    private Histogram histogram(String name, String help, double[] upperBounds) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .constLabels(model)
                .classicOnly()
                .classicUpperBounds(upperBounds)
                .register(registry);
    }

    /** @param waiting how many requests are in the queue now */
    void registerQueue(IntSupplier waiting) {
        GaugeWithCallback.builder()
                .name("vigie_inference_waiting")
                .help("Requests in the queue.")
                .constLabels(model)
                .callback(gauge -> gauge.call(waiting.getAsInt()))
                .register(registry);
    }

    /** @param outcome OK or a refusal's code */
    void countAnswer(String outcome, long tookNanos) {
        answers.labelValues(outcome).inc();
        latency.observe(tookNanos / NANOS);
    }

    void recordQueueTime(long nanos) {
        queue.observe(nanos / NANOS);
    }

    void batch(int rows) {
        batch.observe(rows);
    }

    MetricSnapshots collect() {
        return registry.scrape();
    }
}
