package org.vigie.station.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StationWardClockTest {
    private static final Instant RECEIVED = Instant.parse("2120-03-01T02:00:00Z");
    private static final Instant ARRIVED = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void thereIsNoTimeBeforeTheFirstRecord() {
        assertThat(new StationWardClock(1).now(ARRIVED)).isEmpty();
    }

    @Test
    void itGoesOnWhenTheStreamStops() {
        // given
        var clock = new StationWardClock(1);

        // when
        clock.advance(RECEIVED, ARRIVED);

        // then
        assertThat(clock.now(ARRIVED.plusSeconds(90))).contains(RECEIVED.plusSeconds(90));
    }

    @Test
    void aFastRecordingRunsFastBetweenRecordsToo() {
        // given
        var clock = new StationWardClock(60);

        // when
        clock.advance(RECEIVED, ARRIVED);

        // then
        assertThat(clock.now(ARRIVED.plusSeconds(2))).contains(RECEIVED.plusSeconds(120));
    }

    @Test
    void aLateRecordDoesNotTurnItBack() {
        // given
        var clock = new StationWardClock(1);

        // when
        clock.advance(RECEIVED, ARRIVED);
        clock.advance(RECEIVED.minusSeconds(600), ARRIVED.plusSeconds(5));

        // then
        assertThat(clock.now(ARRIVED.plusSeconds(5))).contains(RECEIVED.plusSeconds(5));
    }

    @Test
    void aFastRecordingThatHasCaughtUpRunsAsFastAsTheWall() {
        // given
        var clock = new StationWardClock(60);

        // when
        for (int second = 0; second <= 10; second++) {
            clock.advance(RECEIVED.plusSeconds(60L * second), ARRIVED.plusSeconds(second));
        }

        // then
        assertThat(clock.speed()).isEqualTo(60);

        // when
        for (int second = 11; second <= 20; second++) {
            clock.advance(RECEIVED.plusSeconds(600 + second - 10), ARRIVED.plusSeconds(second));
        }

        // then
        assertThat(clock.speed()).isEqualTo(1);
    }

    @Test
    void aPastThatIsSentAtOnceDoesNotMakeALiveWardFast() {
        // given
        var clock = new StationWardClock(1);

        // when
        for (int second = 0; second <= 30; second++) {
            clock.advance(RECEIVED.plusSeconds(3600L * second), ARRIVED.plusSeconds(second));
        }

        // then
        assertThat(clock.speed()).isEqualTo(1);
    }
}
