package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.lifecycle.StayAlarms;
import org.vigie.signal.vitals.CurrentVitals;

/** Tests that the state of a stay is written and read without loss. */
class StayAlertStateFormatTest {
    private static final Instant WATCHED = Instant.parse("2026-03-01T08:00:17Z");
    private static final Instant CLOCK = Instant.parse("2026-03-01T08:00:59Z");
    private static final Instant TOLD = Instant.parse("2026-03-01T08:00:31Z");

    @Test
    void whatIsWrittenIsRead() {
        StayAlertState read = StayAlertStateFormat.read(StayAlertStateFormat.write(memory()));

        assertThat(read.calls().newestEntryAt()).isEqualTo(TOLD);
        assertThat(read.calls().clock()).isEqualTo(CLOCK);
        assertThat(read.hash()).isEqualTo("hash");
        assertThat(read.taken()).isEqualTo(Map.of(2, 17L));
    }

    @Test
    void whatTheVersionBeforeWroteIsRead() {
        // given: version 3 had no instant of the newest entry, which follows the clock, and no offsets before the
        // watch's clock
        byte[] now = StayAlertStateFormat.write(memory());
        byte[] withoutTold = without(now, position(now, TOLD), Long.BYTES);
        byte[] before = without(withoutTold, position(withoutTold, WATCHED) - Integer.BYTES, Integer.BYTES);
        before[0] = 3;

        // when
        StayAlertState read = StayAlertStateFormat.read(before);

        // then
        assertThat(read.calls().newestEntryAt()).isEqualTo(CLOCK);
        assertThat(read.calls().clock()).isEqualTo(CLOCK);
        assertThat(read.hash()).isEqualTo("hash");
        assertThat(read.taken()).isEqualTo(Map.of(2, 17L));
    }

    private static byte[] without(byte[] bytes, int from, int length) {
        return ByteBuffer.allocate(bytes.length - length)
                .put(bytes, 0, from)
                .put(bytes, from + length, bytes.length - from - length)
                .array();
    }

    private static int position(byte[] bytes, Instant instant) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int at = 0;
        while (buffer.getLong(at) != instant.toEpochMilli()) {
            at++;
        }
        return at;
    }

    private static StayAlertState memory() {
        var stayAlarms = new StayAlarms(
                "stay-1", "REA/1", List.of(), List.of(), List.of(), List.of(), List.of(), 4, CLOCK, TOLD);
        return new StayAlertState(
                new AlarmDetectionState("stay-1", new CurrentVitals(), Map.of(), Map.of(), Map.of(), WATCHED),
                stayAlarms,
                "hash",
                "REA/1",
                Map.of(2, 17L),
                StayRisk.NONE,
                List.of(),
                CLOCK.plusSeconds(1),
                List.of());
    }
}
