package org.vigie.platform.state;

import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Reports to Kafka Streams how many parts a {@link StatePartStore} holds, as long as the store is open. {@code addStoreLevelMutableMetric}
 * is internal to Kafka Streams, whose public interface has no figure that is read when it is asked for.
 */
public final class StoreSizeMetric {
    private static final String SCOPE = "parts";
    private static final String STORE = SCOPE + "-state-id";
    private static final String NAME = "entries";

    private final InternalProcessorContext<?, ?> task;
    private final MetricName name;

    private StoreSizeMetric(InternalProcessorContext<?, ?> task, MetricName name) {
        this.task = task;
        this.name = name;
    }

    /** Begins to report a store. */
    static StoreSizeMetric of(StatePartStore<?> store, InternalProcessorContext<?, ?> task) {
        MetricName name = task.metrics()
                .addStoreLevelMutableMetric(
                        task.taskId().toString(),
                        SCOPE,
                        store.name(),
                        NAME,
                        "Parts that the store holds.",
                        Sensor.RecordingLevel.INFO,
                        (config, now) -> (double) store.size());
        return new StoreSizeMetric(task, name);
    }

    /** Ends to report. */
    static void close(@Nullable StoreSizeMetric metric) {
        if (metric != null) {
            metric.task.metrics().removeStoreLevelMetric(metric.name);
        }
    }

    /** Returns the store that a metric of Kafka Streams tells the size of; null for any other metric. */
    public static @Nullable String store(Metric metric) {
        MetricName name = metric.metricName();
        return name.name().equals(NAME) ? name.tags().get(STORE) : null;
    }
}
