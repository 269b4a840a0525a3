package org.vigie.signal.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Tests which offsets of records that were attributed late count as processed. */
class AttributedOffsetsTest {
    private static final Instant PUBLISHED = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void aLowerOffsetIsNoProcessedOne() {
        // when
        AttributedOffsets offsets = AttributedOffsets.NONE.and(12, PUBLISHED).and(19, PUBLISHED);

        // then
        assertThat(offsets.contains(12)).isTrue();
        assertThat(offsets.contains(19)).isTrue();
        assertThat(offsets.contains(5)).isFalse();
        assertThat(offsets.contains(15)).isFalse();
    }

    @Test
    void offsetsInAnyOrderAreKnownAfterwardsAndNoOthers() {
        // given
        List<Long> even =
                LongStream.range(0, 500).map(offset -> 2 * offset).boxed().collect(Collectors.toList());
        Collections.shuffle(even, new Random(8));

        // when
        AttributedOffsets offsets = AttributedOffsets.NONE;
        for (long offset : even) {
            offsets = offsets.and(offset, PUBLISHED);
        }

        // then
        assertThat(LongStream.range(0, 1000).filter(offsets::contains))
                .allMatch(offset -> offset % 2 == 0)
                .hasSize(500);
    }

    @Test
    void aStateThatKnowsTheHighestOffsetOnlyCountsAllLowerOnesAsProcessed() {
        // when
        AttributedOffsets offsets = AttributedOffsets.upTo(40).and(60, PUBLISHED);

        // then
        assertThat(offsets.contains(3)).isTrue();
        assertThat(offsets.contains(50)).isFalse();
        assertThat(offsets.contains(60)).isTrue();
    }

    @Test
    void theLowestOffsetsBecomeTheFloorWhenMoreRecordsCameThanAreHeld() {
        // given
        long[] held = LongStream.range(10, 10 + AttributedOffsets.HELD).toArray();
        var offsets = new AttributedOffsets(AttributedOffsets.NOTHING, held, PUBLISHED);

        // when
        AttributedOffsets more = offsets.and(1_000_000, PUBLISHED);

        // then
        assertThat(more.above()).hasSize(AttributedOffsets.HELD).endsWith(1_000_000);
        assertThat(more.floor()).isEqualTo(10);
        assertThat(more.contains(9)).isTrue();
    }

    @Test
    void onlyTheHighestOffsetIsKeptOnceNoneOfTheRecordsIsHeldAnyMore() {
        // given
        AttributedOffsets offsets = AttributedOffsets.NONE.and(12, PUBLISHED).and(19, PUBLISHED);

        // when
        AttributedOffsets nextDay = offsets.settledAt(PUBLISHED.plus(Duration.ofHours(25)));

        // then
        assertThat(offsets.settledAt(PUBLISHED.plus(Duration.ofHours(13)))).isSameAs(offsets);
        assertThat(nextDay.above()).isEmpty();
        assertThat(nextDay.floor()).isEqualTo(19);
    }

    @Test
    void aFloorBelowNothingIsRefused() {
        assertThatThrownBy(() -> AttributedOffsets.upTo(-2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("floor: must be at least -1, was -2");
    }
}
