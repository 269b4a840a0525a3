package org.vigie.station.read;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.platform.topic.PartitionReader.RawRecordHandler;
import org.vigie.platform.topic.TimeOrderedReader;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Finds how far back the ledger is read, so that a note about a present patient is found however old it is: to the earliest admission of a
 * present patient, and at least 30 days. The topic keeps its records for 365 days.
 */
public final class LedgerReadSpan {
    private static final Duration LEAST = Duration.ofDays(30);
    private static final Duration WHOLE_LEDGER = Duration.ofDays(365);

    private final Map<String, List<Stay>> stays = new HashMap<>();
    private boolean unreadable;

    /**
     * Reads the stays of all beds as they were at {@code at}.
     *
     * @throws org.vigie.platform.topic.TopicUnavailableException when the broker cannot be reached
     */
    public static LedgerReadSpan read(KafkaConnectionConfig kafka, AvroSerdes serdes, Instant at) {
        var span = new LedgerReadSpan();
        var period = new PartitionPeriod(Instant.EPOCH, at);
        var topics = kafka.topics();
        try (var reader = TimeOrderedReader.open(kafka, List.of(topics.staysCurrent()), period)) {
            reader.readAll(span.taking(topics, serdes));
        }
        return span;
    }

    /** Returns a handler that takes the records of {@code stays.current}. */
    public RawRecordHandler taking(TopicCatalogue topics, AvroSerdes serdes) {
        var stays = serdes.of(topics.staysCurrent()).deserializer();
        return record -> take(record, stays);
    }

    /** Returns how far before {@code at} the ledger is read. */
    public Duration before(Instant at) {
        if (unreadable) {
            return WHOLE_LEDGER;
        }
        return stays.values().stream()
                .flatMap(List::stream)
                .filter(stay -> stay.getUntil() == null || stay.getUntil().isAfter(at))
                .map(stay -> Duration.between(stay.getAdmittedAt(), at))
                .filter(span -> span.compareTo(LEAST) > 0)
                .max(Comparator.naturalOrder())
                .orElse(LEAST);
    }

    /** Takes a record. One that cannot be read may be the oldest admission, so that the whole ledger is read. */
    void take(ConsumerRecord<byte[], byte[]> record, Deserializer<BedStays> deserializer) {
        try {
            BedStays bed = deserializer.deserialize(record.topic(), record.value());
            stays.put(new String(record.key(), StandardCharsets.UTF_8), bed == null ? List.of() : bed.getStays());
        } catch (UnreadableRecordException e) {
            unreadable = true;
        }
    }
}
