package org.vigie.cluster.fault;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionReader;
import org.vigie.schemas.Observation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;

/** Finds the numbered messages among the raw observations. It reads on from where it was. */
final class AcknowledgedMessageCheck implements AutoCloseable {
    private final PartitionReader reader;
    private final Deserializer<Observation> deserializer;
    private final Set<String> stored = new HashSet<>();

    AcknowledgedMessageCheck(KafkaConnectionConfig kafka) {
        var topic = kafka.topics().observationsRaw();
        this.deserializer = new AvroSerdes(kafka.registry()).of(topic).deserializer();
        this.reader = PartitionReader.fromBeginning(kafka, List.of(topic));
    }

    /** Returns the acknowledged messages that are not in the topic: it should be empty. */
    Set<String> missing(Set<String> acknowledged) {
        reader.readToEnd(this::take);
        Set<String> missing = new HashSet<>(acknowledged);
        missing.removeAll(stored);
        return missing;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            String id = deserializer.deserialize(record.topic(), record.value()).getMessageId();
            if (id.startsWith(NumberedSender.PREFIX)) {
                // The gateway appends a digest of the message to its control id.
                stored.add(id.split("-", 2)[0]);
            }
        } catch (UnreadableRecordException e) {
            // A record of the harness itself.
            return;
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
