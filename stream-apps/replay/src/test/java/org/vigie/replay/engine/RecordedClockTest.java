package org.vigie.replay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordedClockTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final List<Instant> ticks = new ArrayList<>();
    private final TopologyDriver driver = new TopologyDriver("clock", topology(), START);
    private final RecordedClock clock = new RecordedClock(driver, START, Duration.ofSeconds(10), Duration.ofSeconds(1));

    private Topology topology() {
        var builder = new StreamsBuilder();
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.ByteArray())).process(WallClockStep::new);
        return builder.build();
    }

    /** Notes the wall clock whenever it moves by a second or more. */
    private final class WallClockStep extends ContextualProcessor<String, byte[], String, byte[]> {
        @Override
        public void init(ProcessorContext<String, byte[]> context) {
            context.schedule(
                    Duration.ofSeconds(1),
                    PunctuationType.WALL_CLOCK_TIME,
                    time -> ticks.add(Instant.ofEpochMilli(time)));
        }

        @Override
        public void process(Record<String, byte[]> record) {
            throw new AssertionError("no record comes");
        }
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aLongSilenceIsPassedInSteps() {
        // when
        clock.passTo(START.plusSeconds(10));
        clock.passTo(START.plusSeconds(35));

        // then
        assertThat(ticks)
                .containsExactly(
                        START.plusSeconds(10), START.plusSeconds(20), START.plusSeconds(30), START.plusSeconds(35));
    }

    @Test
    void aRecordWithinTheShortestStepMovesNoClock() {
        // given
        clock.passToRecord(START.plusSeconds(5));

        // when
        clock.passToRecord(START.plusMillis(5_900));

        // then
        assertThat(ticks).containsExactly(START.plusSeconds(5));
    }

    @Test
    void aRecordFromBeforeTheStartIsInForceAndMovesNoClock() {
        // when
        clock.passToRecord(START.minusSeconds(3_600));

        // then
        assertThat(ticks).isEmpty();
    }
}
