package org.vigie.platform.monitoring;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.MetricName;

/** Lists the parts of a topology that Kafka Streams measures one by one. */
enum StreamsScope {
    /** A source or a last step. Kafka measures no step between them. */
    STEP("stream-processor-node-metrics", Map.of("processor-node-id", "step")),
    /** A step that reads or writes a topic. */
    STEP_AND_TOPIC("stream-topic-metrics", Map.of("processor-node-id", "step", "topic", "topic")),
    /** A part of the topology on one partition: {@code 0_3} is its part 0 on partition 3. */
    TASK("stream-task-metrics", Map.of("task-id", "task")),
    /** All threads together. */
    THREADS("stream-thread-metrics", Map.of());

    private final String group;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final SortedMap<String, String> labelsByTag;

    StreamsScope(String group, Map<String, String> labelsByTag) {
        this.group = group;
        this.labelsByTag = new TreeMap<>(labelsByTag);
    }

    /** Returns whether one of Kafka's metrics measures such a part. */
    boolean holds(MetricName metric) {
        return metric.group().equals(group) && metric.tags().keySet().containsAll(labelsByTag.keySet());
    }

    /** Returns the labels of the part. Parts of several threads have the same ones. */
    Labels labels(Labels app, MetricName metric) {
        Labels labels = app;
        for (Map.Entry<String, String> tag : labelsByTag.entrySet()) {
            labels = labels.add(tag.getValue(), metric.tags().get(tag.getKey()));
        }
        return labels;
    }
}
