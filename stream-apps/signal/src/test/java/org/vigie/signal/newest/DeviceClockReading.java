package org.vigie.signal.newest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.vigie.signal.newest.DeviceClockStory.NewnessResult;

/** Holds the story of the clock of one device. */
abstract class DeviceClockReading {
    final DeviceClockStory monitor = new DeviceClockStory();

    static void assertNewest(List<NewnessResult> results) {
        assertThat(results).allSatisfy(each -> assertThat(each.isNewest()).isTrue());
    }

    static void assertLate(List<NewnessResult> results) {
        assertThat(results).allSatisfy(each -> assertThat(each.isNewest()).isFalse());
    }

    static void assertCurrent(List<NewnessResult> results) {
        assertThat(results).allSatisfy(each -> assertThat(each.age()).isBetween(Duration.ZERO, Duration.ofSeconds(3)));
    }
}
