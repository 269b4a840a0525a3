package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alert.StayWatch;
import org.vigie.signal.alert.life.Calls;

class StayFormatTest {
    private static final Instant CLOCK = Instant.parse("2026-03-01T08:00:59Z");
    private static final Instant TOLD = Instant.parse("2026-03-01T08:00:31Z");

    @Test
    void whatIsWrittenIsRead() {
        StayMemory read = StayFormat.read(StayFormat.write(memory()));

        assertThat(read.calls().told()).isEqualTo(TOLD);
        assertThat(read.calls().clock()).isEqualTo(CLOCK);
        assertThat(read.hash()).isEqualTo("hash");
        assertThat(read.taken()).isEqualTo(Map.of(2, 17L));
    }

    @Test
    void whatTheVersionBeforeWroteIsRead() {
        // given: version 3 had no instant of the newest entry, which follows the clock
        byte[] now = StayFormat.write(memory());
        int told = position(now, TOLD);
        byte[] before = ByteBuffer.allocate(now.length - Long.BYTES)
                .put(now, 0, told)
                .put(now, told + Long.BYTES, now.length - told - Long.BYTES)
                .array();
        before[0] = 3;

        // when
        StayMemory read = StayFormat.read(before);

        // then
        assertThat(read.calls().told()).isEqualTo(CLOCK);
        assertThat(read.calls().clock()).isEqualTo(CLOCK);
        assertThat(read.hash()).isEqualTo("hash");
        assertThat(read.taken()).isEqualTo(Map.of(2, 17L));
    }

    private static int position(byte[] bytes, Instant instant) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int at = 0;
        while (buffer.getLong(at) != instant.toEpochMilli()) {
            at++;
        }
        return at;
    }

    private static StayMemory memory() {
        var calls = new Calls("stay-1", "REA/1", List.of(), List.of(), List.of(), List.of(), List.of(), 4, CLOCK, TOLD);
        return new StayMemory(
                new StayWatch("stay-1"),
                calls,
                "hash",
                "REA/1",
                Map.of(2, 17L),
                Risk.NONE,
                List.of(),
                CLOCK.plusSeconds(1),
                List.of());
    }
}
