package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * By how much the last few messages of one device were off the ward's clock. One message may be stamped wrong; a clock is wrong when most
 * of them are off.
 *
 * @param last the newest messages, oldest first
 */
public record ClockOffsets(List<OffsetSample> last) {
    /** Of a device that has said nothing. */
    public static final ClockOffsets NONE = new ClockOffsets(List.of());

    /** So many messages are looked at; more than half of them have to be off. */
    static final int SEVERAL = 5;

    public ClockOffsets {
        last = List.copyOf(last);
    }

    /**
     * One message.
     *
     * @param received on the ward's clock
     * @param off the device's clock less the ward's, whichever is ahead: never negative
     */
    public record OffsetSample(Instant received, Duration off) {}

    /** After one more message. What was received before the newest came again; of what was received with it the largest offset counts. */
    ClockOffsets then(Instant received, Duration off) {
        OffsetSample next = new OffsetSample(received, off);
        if (last.isEmpty() || received.isAfter(newest().received())) {
            List<OffsetSample> more = new ArrayList<>(last);
            more.add(next);
            return new ClockOffsets(more.subList(Math.max(0, more.size() - SEVERAL), more.size()));
        }
        boolean larger = received.equals(newest().received()) && off.compareTo(newest().off()) > 0;
        if (!larger) {
            return this;
        }
        List<OffsetSample> same = new ArrayList<>(last.subList(0, last.size() - 1));
        same.add(next);
        return new ClockOffsets(same);
    }

    OffsetSample newest() {
        return last.get(last.size() - 1);
    }

    /** The median; a message that has not come yet was not off. */
    Duration persisting() {
        int most = SEVERAL / 2 + 1;
        return last.stream()
                .map(OffsetSample::off)
                .sorted(Comparator.reverseOrder())
                .skip(most - 1L)
                .findFirst()
                .orElse(Duration.ZERO);
    }
}
