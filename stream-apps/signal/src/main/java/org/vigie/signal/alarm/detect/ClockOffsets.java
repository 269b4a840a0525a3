package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Holds the clock offsets of the last few messages of one device. A single message may have a wrong stamp. The clock is wrong when majority messages are
 * off.
 *
 * @param last offsets of the newest messages, the oldest first
 */
public record ClockOffsets(List<OffsetSample> last) {
    /** Offsets of a device without a message. */
    public static final ClockOffsets NONE = new ClockOffsets(List.of());

    /** Number of messages that are compared. More than half of them must be off. */
    static final int WINDOW_SIZE = 5;

    public ClockOffsets {
        last = List.copyOf(last);
    }

    /**
     * Holds the clock offset of one message.
     *
     * @param received when the message was received, on the ward's clock
     * @param off absolute difference between the device's clock and the ward's; never negative
     */
    public record OffsetSample(Instant received, Duration off) {}

    /**
     * Returns the offsets after one more message. A message received before the newest one is a repetition and changes nothing. Of messages
     * received together the largest offset counts.
     */
    ClockOffsets then(Instant received, Duration off) {
        OffsetSample next = new OffsetSample(received, off);
        if (last.isEmpty() || received.isAfter(newest().received())) {
            List<OffsetSample> more = new ArrayList<>(last);
            more.add(next);
            return new ClockOffsets(more.subList(Math.max(0, more.size() - WINDOW_SIZE), more.size()));
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

    /** Returns the median offset. Missing messages count as correct. */
    Duration persisting() {
        int majority = WINDOW_SIZE / 2 + 1;
        if (last.size() < majority || isAlwaysRight()) {
            return Duration.ZERO;
        }
        return last.stream()
                .map(OffsetSample::off)
                .sorted(Comparator.reverseOrder())
                .skip(majority - 1L)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private boolean isAlwaysRight() {
        for (int i = 0; i < last.size(); i++) {
            if (!last.get(i).off().isZero()) {
                return false;
            }
        }
        return true;
    }
}
