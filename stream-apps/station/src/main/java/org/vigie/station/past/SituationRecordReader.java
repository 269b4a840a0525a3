package org.vigie.station.past;

import java.time.Duration;
import java.util.List;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.platform.topic.PartitionReader.RawRecordHandler;
import org.vigie.platform.topic.TimeOrderedReader;
import org.vigie.schemas.topic.Topic;

/**
 * Reads records in the order in which the broker took them, until a deadline.
 *
 * @param kafka where the topics are
 */
record SituationRecordReader(KafkaConnectionConfig kafka, ReadDeadline deadline) {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /**
     * Hands over every record of a period, and returns how many.
     *
     * @throws PastWardTimeoutException when the deadline is past
     * @throws org.vigie.platform.topic.TopicUnavailableException when a topic cannot be read
     */
    long readAll(List<? extends Topic<?>> topics, PartitionPeriod period, RawRecordHandler handler) {
        deadline.check();
        try (var reader = TimeOrderedReader.open(kafka, topics, period, ANSWER)) {
            long[] records = {0};
            reader.readAll(
                    record -> {
                        deadline.check();
                        handler.handle(record);
                        records[0]++;
                    },
                    deadline::check);
            return records[0];
        }
    }
}
