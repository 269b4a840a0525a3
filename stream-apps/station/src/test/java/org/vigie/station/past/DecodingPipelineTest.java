package org.vigie.station.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** Tests that records are decoded and taken in their order on two threads. */
class DecodingPipelineTest {
    private static final int RECORDS = 10_300;

    private final List<Long> taken = new ArrayList<>();

    @Test
    void recordsAreTakenInTheirOrderAndMoreOfThemThanCanWait() {
        // given
        try (var pipeline = new DecodingPipeline(record -> () -> taken.add(record.offset()))) {
            // when
            LongStream.range(0, RECORDS).forEach(offset -> pipeline.take(record(offset)));
            pipeline.finish();
            // then
            assertThat(taken).hasSize(RECORDS).isSorted();
        }
    }

    @Test
    void aRecordThatCannotBeDecodedNowEndsTheReading() {
        // given
        try (var pipeline = new DecodingPipeline(record -> {
            throw new IllegalStateException("the registry does not answer");
        })) {
            // when
            pipeline.take(record(0));
            // then
            assertThatIllegalStateException().isThrownBy(pipeline::finish).withMessage("the registry does not answer");
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void aRecordThatTheWardCannotTakeEndsTheReading() {
        // given
        try (var pipeline = new DecodingPipeline(record -> () -> {
            throw new IllegalStateException("no such bed");
        })) {
            // when
            pipeline.take(record(0));
            // then
            assertThatIllegalStateException().isThrownBy(pipeline::finish).withMessage("no such bed");
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        return new ConsumerRecord<>(
                "topic",
                0,
                offset,
                offset,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
