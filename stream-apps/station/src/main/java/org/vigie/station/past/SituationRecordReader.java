package org.vigie.station.past;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionReader.RawRecordHandler;
import org.vigie.platform.topic.TimeOrderedReader;
import org.vigie.platform.topic.TopicPeriod;

/**
 * Reads records in the order in which the broker took them, until a deadline.
 *
 * @param kafka where the topics are
 */
record SituationRecordReader(KafkaConnectionConfig kafka, ReadDeadline deadline) {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** Decodes a record; what is returned takes it. */
    @FunctionalInterface
    interface RecordDecoder {
        Runnable decode(ConsumerRecord<byte[], byte[]> record);
    }

    /**
     * Hands over every record of the topics, each in its own period, and returns how many. The records are decoded on a second thread and
     * taken on a third one, in their order.
     *
     * @param states holds back what is replaced before the period
     * @throws PastWardTimeoutException when the deadline is past
     * @throws org.vigie.platform.topic.TopicUnavailableException when a topic cannot be read
     */
    long decodeAll(List<TopicPeriod> topics, StatesBefore states, RecordDecoder decoder) {
        try (var pipeline = new DecodingPipeline(decoder)) {
            long records = readAll(topics, record -> states.take(record, pipeline::take));
            states.finish(pipeline::take);
            pipeline.finish();
            return records;
        }
    }

    /** Hands over every record of the topics as it was written. */
    long readAll(List<TopicPeriod> topics, RawRecordHandler handler) {
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
            return records[0];
        }
    }
}
