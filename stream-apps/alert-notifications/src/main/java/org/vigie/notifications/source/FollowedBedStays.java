package org.vigie.notifications.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionFollower;
import org.vigie.platform.topic.TopicReader;
import org.vigie.platform.topic.TopicRecord;
import org.vigie.platform.topic.TopicUnavailableException;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.schemas.serde.AvroSerdes;

/** Holds the stays of each bed as they are read. No call waits for them: as long as a stay is not read, its patient counts as present. */
final class FollowedBedStays {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedBedStays.class);

    private final Map<String, ReadStays> beds = new ConcurrentHashMap<>();

    /** Holds the stays of a bed, and when the broker took them. */
    private record ReadStays(List<Stay> stays, Instant takenAt) {
        static final ReadStays NONE = new ReadStays(List.of(), Instant.MIN);
    }

    /** Returns the stays of a bed; none while they are not read. */
    List<Stay> of(String bed) {
        return beds.getOrDefault(bed, ReadStays.NONE).stays();
    }

    /** Returns when the stays of a bed changed last. */
    Instant changedAt(String bed) {
        return beds.getOrDefault(bed, ReadStays.NONE).takenAt();
    }

    /** Reads the topic and follows it on a thread of its own. Returns nothing to close when the topic cannot be read. */
    Optional<PartitionFollower> follow(KafkaConnectionConfig kafka) {
        try {
            return Optional.of(follow(TopicReader.fromBeginning(
                    kafka, new AvroSerdes(kafka.registry()), kafka.topics().staysCurrent())));
        } catch (TopicUnavailableException e) {
            LOG.error(
                    "The monitors' alarms of a patient who leaves do not end until the next start: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private PartitionFollower follow(TopicReader<BedStays> reader) {
        try {
            reader.readToEnd(this::take);
            return reader.follow(this::take);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private void take(TopicRecord<BedStays> record) {
        List<Stay> stays = record.readableValue().map(BedStays::getStays).orElse(List.of());
        beds.put(record.key(), new ReadStays(stays, record.timestamp()));
    }
}
