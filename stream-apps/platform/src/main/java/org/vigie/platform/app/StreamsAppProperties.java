package org.vigie.platform.app;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.deadletter.QuarantiningExceptionHandler;

/**
 * Builds the settings of a {@link StreamsApp} for Kafka Streams.
 *
 * @param name of the app
 * @param instance which of its processes it is
 */
record StreamsAppProperties(String name, KafkaConnectionConfig kafka, StreamsInstance instance) {
    /**
     * Time between two commits. A commit writes the changed states and waits for the broker, while records wait. After a crash the records
     * since the last commit come again.
     */
    private static final int COMMIT_INTERVAL_MS = 2_000;

    /**
     * Time after which another process takes the partitions of one that gives no sign of life. It is the shortest that brokers allow, so
     * that alarms flow again within ten seconds although the process that ended needs longer for its start.
     */
    static final int SESSION_MS = 6_000;

    /** A member learns with its next heartbeat that it may take over partitions. */
    private static final int HEARTBEAT_MS = 1_000;

    /** A broker that is halted, and not gone, keeps its connections open. After this time a client asks another one; Kafka's own 30 s are too long. */
    private static final int ANSWER_WITHIN_MS = 10_000;

    /** A commit sends the states of all beds at once; with Kafka's 16 KiB it takes four times as many requests. */
    private static final int BATCH_BYTES = 64 << 10;

    /** Returns the consumer group of the app. */
    String groupName() {
        return StreamsApp.group(name, kafka);
    }

    /** Returns the name of this process in the group. Kafka Streams adds the number of the thread. */
    String memberName() {
        return name + "-" + instance.name();
    }

    Properties toProperties() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, groupName());
        properties.put(StreamsConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        properties.putAll(kafka.clientSettings(Map.of()));
        putProcessing(properties);
        putClients(properties);
        properties.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, QuarantiningExceptionHandler.class);
        properties.put(QuarantiningExceptionHandler.APP, name);
        properties.put(QuarantiningExceptionHandler.KAFKA, kafka);
        return properties;
    }

    private void putProcessing(Properties properties) {
        properties.put(StreamsConfig.STATE_DIR_CONFIG, instance.stateDir().toString());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, instance.standbys());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    }

    private void putClients(Properties properties) {
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 8 << 20);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // The same member comes back after a kill -9 without waiting for its old session to end.
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), memberName());
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MS);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MS);
    }
}
