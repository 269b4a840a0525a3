package org.vigie.signal.newest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.signal.newest.DeviceClockStory.NewnessResult;

/** Tests that buffered and late messages replace nothing that is newer. */
class DelayedDeliveryTest extends DeviceClockReading {
    @Test
    void aLateDeliveryAfterAnOutageHasTheAgeOfItsTimeStamp() {
        // given
        monitor.live(60);

        // when
        monitor.silent("PT5M").clock("PT-5M");
        List<NewnessResult> after = monitor.live(600);

        // then
        assertNewest(after);
        assertThat(after).allSatisfy(each -> assertThat(each.age()).isEqualTo(Duration.ofMinutes(5)));
    }

    @Test
    void bufferedMessagesBetweenLiveOnesReplaceNothing() {
        // when
        monitor.live(60);

        // then
        for (int second = 0; second < 120; second++) {
            assertThat(monitor.late("PT10M").isNewest()).isFalse();
            assertNewest(monitor.live(1));
        }
    }

    @Test
    void whatWasBufferedAndComesInBurstsReplacesNothing() {
        // when
        monitor.live(60);

        // then
        for (int burst = 0; burst < 20; burst++) {
            assertLate(monitor.burst(-600 + 30 * burst, 30));
            assertNewest(monitor.live(1));
        }
    }

    @Test
    void aBufferThatIsUploadedDuringAGapReplacesNothing() {
        // when
        monitor.live(60);

        // then
        assertLate(monitor.burst(-600, 500));
        assertNewest(monitor.live(10));
    }

    @Test
    void whatWasBufferedBeforeTheClockWasSetBackReplacesNothing() {
        // given
        monitor.live(60);
        monitor.clock("PT-1H").live(300);

        // when
        monitor.clock("PT0S");

        // then
        assertLate(monitor.burst(-600, 30));
        assertNewest(monitor.clock("PT-1H").live(10));
    }

    @Test
    void twoMessagesThatOvertakeEachOtherChangeNoClock() {
        // when
        monitor.live(60);

        // then
        for (int second = 0; second < 60; second++) {
            assertNewest(monitor.live(2));
            assertThat(monitor.late("PT1S").isNewest()).isFalse();
        }
    }

    @Test
    void ofTwoMessagesOfOneInstantTheLaterCounts() {
        // when
        monitor.live(60);

        // then
        assertThat(monitor.late("PT0S").isNewest()).isTrue();
        assertThat(monitor.late("PT0.001S").isNewest()).isFalse();
    }
}
