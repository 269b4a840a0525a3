package org.vigie.signal.newest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Tests the device clock with random stamps, clock changes and late data. */
class DeviceClockPropertyTest {
    private static final Instant START = DeviceClockStory.START;

    @Property(seed = "1")
    void withAnyStampsNoMeasurementIsLaterThanItsArrival(
            @ForAll @Size(max = 200) List<@LongRange(min = -7_200_000, max = 300_000) Long> offsets,
            @ForAll @IntRange(min = 1, max = 90_000) int every) {
        // given
        DeviceClock clock = DeviceClock.UNKNOWN;
        Instant now = START;

        // when, then
        for (long offset : offsets) {
            now = now.plusMillis(every);
            clock = clock.afterMessage(now.plusMillis(offset), now);
            assertThat(clock.asOf(now.plusMillis(offset), now)).isBeforeOrEqualTo(now);
        }
    }

    /**
     * However often its clock is set by ten seconds or more, a monitor loses at most one message each time and is never taken for older.
     */
    @Property(seed = "1")
    void howeverOftenAClockIsSetTheMonitorIsFollowed(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = -720, max = 29) Integer> settings,
            @ForAll @IntRange(min = 0, max = 900) int transit) {
        // given
        var clock = DeviceClock.UNKNOWN.afterMessage(START, START.plusMillis(transit));
        Instant newest = START;
        Instant measured = START;

        // when, then
        for (int tens : settings) {
            int off = 10 * tens;
            int lost = 0;
            for (int second = 0; second < 100; second++) {
                measured = measured.plusSeconds(1);
                Instant stamp = measured.plusSeconds(off);
                Instant now = measured.plusMillis(transit);
                clock = clock.afterMessage(stamp, now);
                Instant asOf = clock.asOf(stamp, now);
                boolean isNewest = NewestReadingRule.replaces(asOf, newest);
                newest = isNewest ? asOf : newest;
                lost += isNewest ? 0 : 1;
                if (isNewest && second > 1) {
                    assertThat(Duration.between(asOf, now)).isLessThan(Duration.ofSeconds(4));
                }
            }
            assertThat(lost)
                    .as("words lost after the clock was set to %d s", off)
                    .isLessThanOrEqualTo(1);
        }
    }

    /** Late data between live messages never changes a clock. Live messages stay current, and late ones are as old as their stamps. */
    @Property(seed = "1")
    void lateDataBetweenLiveMessagesChangesNothing(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 2, max = 80_000) Integer> ages) {
        // given
        DeviceClock clock = DeviceClock.UNKNOWN.afterMessage(START, START);
        Instant now = START;

        // when, then
        for (int age : ages) {
            now = now.plusSeconds(1);
            clock = clock.afterMessage(now, now);
            assertThat(clock.asOf(now, now)).isEqualTo(now);
            Instant old = now.minusSeconds(age);
            clock = clock.afterMessage(old, now.plusMillis(300));
            assertThat(clock.asOf(old, now)).isEqualTo(old);
        }
    }
}
