package org.vigie.signal.newest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.signal.newest.DeviceClockStory.NewnessResult;

/** Tests how late data and a changed clock are distinguished. */
class DeviceClockTest extends DeviceClockReading {
    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT3S", "PT4S", "PT10S", "PT59S", "PT4M", "PT5M"})
    void oneStampFromTheFutureHidesNothingThatComesAfterIt(String ahead) {
        // given
        monitor.live(60);
        monitor.clock(ahead).live(1);

        // when
        List<NewnessResult> after = monitor.clock("PT0S").live(10);

        // then
        assertNewest(ahead.equals("PT1S") ? after.subList(1, 10) : after);
        assertThat(after).allSatisfy(each -> assertThat(each.age()).isBetween(Duration.ZERO, Duration.ofSeconds(1)));
    }

    @Test
    void aFirstStampFromTheFutureHidesNothingEither() {
        // when
        monitor.clock("PT4M").live(1);

        // then
        assertNewest(monitor.clock("PT0S").live(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-2S", "PT-5S", "PT-30S", "PT-1M", "PT-3M", "PT-1H", "PT-12H"})
    void aMonitorWhoseClockIsSetBackIsFollowedFromItsSecondMessage(String back) {
        // given
        monitor.live(60);

        // when
        List<NewnessResult> after = monitor.clock(back).live(120);

        // then
        assertThat(after.get(0).isNewest()).isFalse();
        assertNewest(after.subList(1, 120));
        assertCurrent(after.subList(1, 120));
    }

    @Test
    void aClockThatIsSetBackTwiceIsFollowedTwice() {
        // given
        monitor.live(60);
        monitor.clock("PT-1H").live(30);

        // when
        List<NewnessResult> after = monitor.clock("PT-90M").live(30);

        // then
        assertNewest(after.subList(1, 30));
        assertCurrent(after.subList(1, 30));
    }

    @Test
    void aClockThatIsSetBackAndPutRightAgainIsFollowedAtOnce() {
        // given
        monitor.live(60);
        monitor.clock("PT-1H").live(600);

        // when
        List<NewnessResult> after = monitor.clock("PT0S").live(30);

        // then
        assertNewest(after);
        assertCurrent(after);
    }

    @Test
    void aClockThatIsPutRightByHalfIsFollowed() {
        // given
        monitor.live(60);
        monitor.clock("PT-1H").live(600);

        // when
        List<NewnessResult> after = monitor.clock("PT-30M").live(30);

        // then
        assertNewest(after.subList(1, 30));
        assertCurrent(after.subList(1, 30));
    }

    @Test
    void aClockThatIsSetAheadForGoodIsFollowedAtOnce() {
        // given
        monitor.live(60);

        // when
        List<NewnessResult> after = monitor.clock("PT4M").live(600);

        // then
        assertNewest(after);
        assertCurrent(after);
    }

    @Test
    void aDelayOfAClockThatRunsAheadIsStillADelay() {
        // given
        monitor.clock("PT3M").live(60);

        // when
        NewnessResult late = monitor.late("PT2M");

        // then
        assertThat(late.isNewest()).isFalse();
        assertThat(late.age()).isBetween(Duration.ofSeconds(119), Duration.ofSeconds(121));
    }

    @Test
    void aClockThatWasAheadAndIsSlewedRightStaysCurrent() {
        // given
        monitor.clock("PT5S").live(60);
        List<NewnessResult> slewed = List.of();

        // when, then
        for (long millis = 5_000; millis >= 0; millis -= 5) {
            slewed = monitor.clock("PT" + millis / 1000.0 + "S").every("PT10S", 1);
            assertNewest(slewed);
            assertCurrent(slewed);
        }
    }

    @Test
    void aLiveMonitorWhoseClockIsSlowFromTheFirstMessageIsCurrentAfterAMinute() {
        // when
        List<NewnessResult> results = monitor.clock("PT-3M").live(180);

        // then
        assertNewest(results);
        assertThat(results.subList(0, 55))
                .allSatisfy(each -> assertThat(each.age()).isEqualTo(Duration.ofMinutes(3)));
        assertCurrent(results.subList(62, 180));
    }

    @Test
    void aMonitorThatIsExportedByTheMinuteIsNeverTakenForSlow() {
        // when
        List<NewnessResult> results = monitor.clock("PT-1M").every("PT1M", 120);

        // then
        assertThat(results).allSatisfy(each -> assertThat(each.age()).isEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void twoMonitorsUnderOneNameWithAClockEachAreBothFollowed() {
        // when
        monitor.live(10);

        // then
        for (int second = 0; second < 60; second++) {
            assertNewest(monitor.clock("PT3M").every("PT0.5S", 1));
            assertNewest(monitor.clock("PT0S").every("PT0.5S", 1));
        }
    }

    @Test
    void aPolledMonitorWhoseClockIsSetBackIsFollowedAfterAMinuteAtTheLatest() {
        // given
        for (int poll = 0; poll < 10; poll++) {
            monitor.silent("PT20S").burst(-16, 4);
        }
        monitor.clock("PT-1H");
        for (int poll = 0; poll < 4; poll++) {
            monitor.silent("PT20S").burst(-16, 4);
        }

        // when
        NewnessResult last = monitor.silent("PT20S").burst(-1, 2).get(1);

        // then
        assertThat(last.isNewest()).isTrue();
        assertThat(last.age()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aMonitorThatSendsEachMinuteIsFollowedFromItsSecondMessage() {
        // given
        monitor.every("PT1M", 30);

        // when
        List<NewnessResult> after = monitor.clock("PT-1H").every("PT1M", 10);

        // then
        assertNewest(after.subList(1, 10));
        assertCurrent(after.subList(1, 10));
    }

    @Test
    void nothingIsMeasuredAfterItCame() {
        // when
        DeviceClock clock =
                DeviceClock.UNKNOWN.afterMessage(DeviceClockStory.START.plusSeconds(60), DeviceClockStory.START);

        // then
        assertThat(clock.asOf(DeviceClockStory.START.plusSeconds(60), DeviceClockStory.START))
                .isEqualTo(DeviceClockStory.START);
        assertThat(NewestReadingRule.notAfterReceived(Instant.MAX, DeviceClockStory.START))
                .isEqualTo(DeviceClockStory.START);
    }
}
