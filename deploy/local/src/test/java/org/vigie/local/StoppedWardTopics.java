package org.vigie.local;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.schemas.topic.Topic;

/** Reads the topics of a ward that has stopped. */
final class StoppedWardTopics implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final KafkaConnectionConfig kafka;

    private StoppedWardTopics(EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.broker = broker;
        this.registry = registry;
        this.kafka = new KafkaConnectionConfig(broker.bootstrapServers(), registry.url(), "ward", 4);
    }

    static StoppedWardTopics of(Path dataDir) {
        var broker = EmbeddedBroker.start(dataDir.resolve("broker"));
        return new StoppedWardTopics(broker, EmbeddedRegistry.start(broker.bootstrapServers(), 0));
    }

    KafkaConnectionConfig kafka() {
        return kafka;
    }

    /** All records of a topic, first to last within a partition. */
    <V extends SpecificRecord> List<V> read(Topic<V> topic) {
        return TopicRecords.read(kafka, topic);
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }
}
