package org.vigie.local;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.local.erase.StoppedWardBroker;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.topic.Topic;

/** Reads the topics of a ward that has stopped. */
final class StoppedWardTopics implements AutoCloseable {
    private final StoppedWardBroker broker;

    private StoppedWardTopics(StoppedWardBroker broker) {
        this.broker = broker;
    }

    static StoppedWardTopics of(Path dataDir) {
        return new StoppedWardTopics(StoppedWardBroker.start(dataDir));
    }

    KafkaConnectionConfig kafka() {
        return broker.kafka();
    }

    /** All records of a topic, first to last within a partition. */
    <V extends SpecificRecord> List<V> read(Topic<V> topic) {
        return TopicRecords.read(kafka(), topic);
    }

    @Override
    public void close() {
        broker.close();
    }
}
