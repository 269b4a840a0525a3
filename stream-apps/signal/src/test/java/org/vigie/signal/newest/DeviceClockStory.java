package org.vigie.signal.newest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Simulates a monitor with its own clock. The result gives the age of each message and whether it counts as the newest. */
final class DeviceClockStory {
    static final Instant START = Instant.parse("2026-03-29T00:59:00Z");

    private final List<NewnessResult> results = new ArrayList<>();
    private DeviceClock clock = DeviceClock.UNKNOWN;
    private Instant now = START;
    private Instant newest = Instant.MIN;
    private Duration off = Duration.ZERO;

    /**
     * Holds the result for one message.
     *
     * @param age age of the message when it was received, by the ward's clock
     * @param isNewest true when it replaces all earlier messages
     */
    record NewnessResult(Duration age, boolean isNewest) {}

    /** Sets the offset of the monitor's clock from now on; negative for a clock that is behind. */
    DeviceClockStory clock(String difference) {
        off = Duration.parse(difference);
        return this;
    }

    DeviceClockStory silent(String duration) {
        now = now.plus(Duration.parse(duration));
        return this;
    }

    /** Sends one message per second. */
    List<NewnessResult> live(int messages) {
        return every("PT1S", messages);
    }

    List<NewnessResult> every(String interval, int messages) {
        int from = results.size();
        for (int message = 0; message < messages; message++) {
            now = now.plus(Duration.parse(interval));
            come(now.plus(off));
        }
        return List.copyOf(results.subList(from, results.size()));
    }

    /** Sends messages with these stamps, relative to the monitor's clock, all at once. */
    List<NewnessResult> burst(int firstSecond, int messages) {
        int from = results.size();
        for (int message = 0; message < messages; message++) {
            now = now.plusMillis(5);
            come(now.plus(off).plusSeconds(firstSecond + message));
        }
        return List.copyOf(results.subList(from, results.size()));
    }

    /** Sends one message from {@code past} ago between two others. */
    NewnessResult late(String past) {
        come(now.plus(off).minus(Duration.parse(past)));
        return results.get(results.size() - 1);
    }

    private void come(Instant stamp) {
        clock = clock.afterMessage(stamp, now);
        Instant asOf = clock.asOf(stamp, now);
        boolean isNewest = NewestReadingRule.replaces(asOf, newest);
        newest = isNewest ? asOf : newest;
        results.add(new NewnessResult(Duration.between(asOf, now), isNewest));
    }
}
