package org.vigie.alerts.monitor;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.vigie.records.PatientTurnover;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Finds when a patient left a bed last. Each time is returned once. */
final class BedTurnovers {
    private final Topic<BedStays> topic;
    private final Deserializer<BedStays> beds;
    private final Map<String, Instant> returned = new HashMap<>();
    private ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> stays;

    BedTurnovers(TopicCatalogue topics, AvroSerdes serdes) {
        topic = topics.staysCurrent();
        beds = serdes.of(topic).deserializer();
    }

    void read(ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store) {
        stays = store;
    }

    /** Returns when a patient left a bed last, up to {@code now}; empty when nobody did or it was returned before. */
    Optional<Instant> since(String bed, Instant now) {
        return new PatientTurnover(staysOf(bed)).last(now).filter(at -> !at.equals(returned.put(bed, at)));
    }

    /** Reads the stays of a bed. An unreadable record gives none; it is quarantined where the topic is read as a stream. */
    private List<Stay> staysOf(String bed) {
        byte[] bytes = ValueAndTimestamp.getValueOrNull(stays.get(bed));
        try {
            return bytes == null
                    ? List.of()
                    : beds.deserialize(topic.name(), bytes).getStays();
        } catch (UnreadableRecordException unreadable) {
            return List.of();
        }
    }
}
