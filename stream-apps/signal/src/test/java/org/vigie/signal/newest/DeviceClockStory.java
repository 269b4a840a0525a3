package org.vigie.signal.newest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One monitor whose messages come by the ward's clock, stamped by its own: what of it is taken for the newest, and how old it is. */
final class DeviceClockStory {
    static final Instant START = Instant.parse("2026-03-29T00:59:00Z");

    private final List<NewnessResult> told = new ArrayList<>();
    private DeviceClock clock = DeviceClock.UNHEARD;
    private Instant now = START;
    private Instant newest = Instant.MIN;
    private Duration off = Duration.ZERO;

    /**
     * @param age by the ward's clock, when it came
     * @param isNewest whether it replaces all that came before
     */
    record NewnessResult(Duration age, boolean isNewest) {}

    /** From now on the monitor's clock is off by so much; negative: behind. */
    DeviceClockStory clock(String difference) {
        off = Duration.parse(difference);
        return this;
    }

    DeviceClockStory silent(String duration) {
        now = now.plus(Duration.parse(duration));
        return this;
    }

    /** One message a second. */
    List<NewnessResult> live(int messages) {
        return every("PT1S", messages);
    }

    List<NewnessResult> every(String interval, int messages) {
        int from = told.size();
        for (int message = 0; message < messages; message++) {
            now = now.plus(Duration.parse(interval));
            come(now.plus(off));
        }
        return List.copyOf(told.subList(from, told.size()));
    }

    /** Messages with these stamps, relative to the monitor's clock, come all at once. */
    List<NewnessResult> burst(int firstSecond, int messages) {
        int from = told.size();
        for (int message = 0; message < messages; message++) {
            now = now.plusMillis(5);
            come(now.plus(off).plusSeconds(firstSecond + message));
        }
        return List.copyOf(told.subList(from, told.size()));
    }

    /** One message of {@code past} ago comes between two others. */
    NewnessResult late(String past) {
        come(now.plus(off).minus(Duration.parse(past)));
        return told.get(told.size() - 1);
    }

    private void come(Instant stamp) {
        clock = clock.heard(stamp, now);
        Instant asOf = clock.asOf(stamp, now);
        boolean isNewest = NewestReadingRule.replaces(asOf, newest);
        newest = isNewest ? asOf : newest;
        told.add(new NewnessResult(Duration.between(asOf, now), isNewest));
    }
}
