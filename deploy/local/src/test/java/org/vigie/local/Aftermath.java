package org.vigie.local;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.runtime.KafkaSettings;
import org.vigie.schemas.topic.Topic;

/** What a ward that has ended left in its topics. */
final class Aftermath implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final KafkaSettings kafka;

    private Aftermath(EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.broker = broker;
        this.registry = registry;
        this.kafka = new KafkaSettings(broker.bootstrapServers(), registry.url(), "ward", 4);
    }

    static Aftermath of(Path dataDir) {
        var broker = EmbeddedBroker.start(dataDir.resolve("broker"));
        return new Aftermath(broker, EmbeddedRegistry.start(broker.bootstrapServers(), 0));
    }

    KafkaSettings kafka() {
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
