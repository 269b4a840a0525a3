package org.vigie.sink;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.platform.topic.KafkaClients;

/**
 * Opens a consumer of the sink's group. Several sinks share the partitions, and an offset is committed once the store has its rows. While the
 * store is away nothing is polled; the consumer stays in its group by its heartbeat.
 */
record SinkConsumerFactory(SinkConfig config) {
    private static final int MAX_RECORDS = 500;
    private static final int SESSION_MS = 6_000;

    Consumer<byte[], byte[]> consumer() {
        String group = DashboardSink.group(config.kafka());
        Map<String, Object> settings = Map.of(
                ConsumerConfig.GROUP_ID_CONFIG, group,
                ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "-" + config.instance(),
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_RECORDS,
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, Integer.MAX_VALUE,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        return new KafkaClients(config.kafka())
                .consumer(new ByteArrayDeserializer(), new ByteArrayDeserializer(), settings);
    }
}
