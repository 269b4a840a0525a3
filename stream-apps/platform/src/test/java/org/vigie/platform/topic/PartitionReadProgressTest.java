package org.vigie.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionReadProgressTest {
    private static final TopicPartition PARTITION = new TopicPartition("observations.raw", 0);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
    private final Map<TopicPartition, Long> positions = new HashMap<>(Map.of(PARTITION, 4L));
    private final PartitionReadProgress progress =
            new PartitionReadProgress(positions, Map.of(PARTITION, 10L), "127.0.0.1:19092", now::get);

    @Test
    void theEndIsReachedWithTheLastRecord() {
        // given
        boolean before = progress.isAtEnd();
        // when
        positions.put(PARTITION, 10L);
        // then
        assertThat(before).isFalse();
        assertThat(progress.isAtEnd()).isTrue();
    }

    @Test
    void eachRecordExtendsTheTime() {
        // given
        now.set(now.get().plusSeconds(29));
        positions.put(PARTITION, 5L);
        progress.check();
        // when
        now.set(now.get().plusSeconds(30));
        // then
        assertThatCode(progress::check).doesNotThrowAnyException();
    }

    @Test
    void aReaderThatDoesNotAdvanceForHalfAMinuteFailsWithItsPosition() {
        // given
        progress.check();
        // when
        now.set(now.get().plusSeconds(31));
        // then
        assertThatThrownBy(progress::check)
                .isInstanceOf(TopicUnavailableException.class)
                .hasMessageContaining("observations.raw cannot be read to the end")
                .hasMessageContaining("127.0.0.1:19092 gave nothing for 30 s")
                .hasMessageContaining("observations.raw-0=4 of 10");
    }
}
