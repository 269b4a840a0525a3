package org.vigie.replay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;

class TopologyDriverTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void recordsPassWithoutACheckpointAfterEachOfThem() {
        // given
        var builder = new StreamsBuilder();
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .to("out", Produced.with(Serdes.String(), Serdes.ByteArray()));
        try (var driver = new TopologyDriver("copy", builder.build(), START)) {
            // when
            driver.send("in", "key", new byte[] {1}, START);
            driver.send("in", "key", new byte[] {2}, START);
            // then: a Kafka whose task has other fields makes replays slower, and this test says so
            assertThat(driver.take("out")).hasSize(2);
            assertThat(driver.skipsCheckpoints()).isTrue();
        }
    }
}
