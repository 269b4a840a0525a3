package org.vigie.station.past;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionReader.RawRecordHandler;
import org.vigie.platform.topic.TimeOrderedReader;
import org.vigie.platform.topic.TopicPeriod;
import org.vigie.schemas.topic.Topic;

/**
 * Reads records in the order in which the broker took them, until a deadline.
 *
 * @param kafka where the topics are
 */
record SituationRecordReader(KafkaConnectionConfig kafka, ReadDeadline deadline) {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /**
     * Says what was read.
     *
     * @param records number of them
     * @param firstLeft append time of the first record of each topic from which the broker deleted records
     */
    record ReadRecords(long records, Map<String, Instant> firstLeft) {
        /** Returns the time after {@code from} from which on every record of a topic is held; empty when it is held from there on. */
        Optional<Instant> heldAfter(Instant from, Topic<?> topic) {
            return Optional.ofNullable(firstLeft.get(topic.name())).filter(from::isBefore);
        }
    }

    /**
     * Hands over every record of the topics, each in its own period.
     *
     * @throws PastWardTimeoutException when the deadline is past
     * @throws org.vigie.platform.topic.TopicUnavailableException when a topic cannot be read
     */
    ReadRecords readAll(List<TopicPeriod> topics, RawRecordHandler handler) {
        deadline.check();
        try (var reader = TimeOrderedReader.open(kafka, topics, ANSWER)) {
            long[] records = {0};
            reader.readAll(
                    record -> {
                        deadline.check();
                        handler.handle(record);
                        records[0]++;
                    },
                    deadline::check);
            return new ReadRecords(records[0], reader.firstLeft());
        }
    }

    /** Hands over every record of the topics as {@link #readAll} does, but not the states that are replaced before the period. */
    ReadRecords readStates(List<TopicPeriod> topics, StatesBefore states, RawRecordHandler handler) {
        ReadRecords read = readAll(topics, record -> states.take(record, handler));
        states.finish(handler);
        return read;
    }
}
