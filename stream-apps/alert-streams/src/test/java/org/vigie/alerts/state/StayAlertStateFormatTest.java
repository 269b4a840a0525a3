package org.vigie.alerts.state;

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
        StayAlertState read = StayAlertStateFormat.read(StayAlertStateFormat.write(state()));

        assertThat(read.alarms().newestEntryAt()).isEqualTo(TOLD);
        assertThat(read.alarms().clock()).isEqualTo(CLOCK);
        assertThat(read.hash()).isEqualTo("hash");
        assertThat(read.processed().offsets()).isEqualTo(Map.of(2, 17L));
    }

    @Test
    void whatTheVersionBeforeWroteIsRead() {
        // given: version 3 had no instant of the newest entry, which follows the clock, and no offsets before the
        // watch's clock
        byte[] now = StayAlertStateFormat.write(state());
        byte[] withoutTold = without(now, position(now, TOLD), Long.BYTES);
        byte[] before = without(withoutTold, position(withoutTold, WATCHED) - Integer.BYTES, Integer.BYTES);
        before[0] = 3;

        // when
        StayAlertState read = StayAlertStateFormat.read(before);

        // then
        assertThat(read.alarms().newestEntryAt()).isEqualTo(CLOCK);
        assertThat(read.alarms().clock()).isEqualTo(CLOCK);
        assertThat(read.hash()).isEqualTo("hash");
        assertThat(read.processed().offsets()).isEqualTo(Map.of(2, 17L));
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

    private static StayAlertState state() {
        var stayAlarms = new StayAlarms(
                "stay-1", "REA/1", List.of(), List.of(), List.of(), List.of(), List.of(), 4, CLOCK, TOLD);
        return new StayAlertState(
                new AlarmDetectionState("stay-1", new CurrentVitals(), Map.of(), Map.of(), Map.of(), WATCHED),
                stayAlarms,
                "hash",
                new ProcessedRecords(Map.of(2, 17L), "REA/1", CLOCK.plusSeconds(1)),
                StayRisk.NONE,
                null,
                null);
    }
}
