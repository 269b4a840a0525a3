package org.vigie.station.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.ReplayState;
import org.vigie.schemas.ReplayStatus;

class StationReplayTest {
    private static final Instant WALL = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant FROM = Instant.parse("2026-03-01T08:00:00Z");
    private static final ReplayStatusStory HOUR = new ReplayStatusStory(FROM);

    private Instant now = WALL;

    @Test
    void theClockShowsTheRecordedTimeAndGoesOnAtTheSpeedOfTheReplay() {
        // given
        Clock clock = follow(HOUR.at(60, ReplayState.RUNNING, 10, WALL)).clock();
        // when
        now = WALL.plusSeconds(2);
        // then
        assertThat(clock.instant()).isEqualTo(FROM.plusSeconds(80));
    }

    @Test
    void theClockOfAPausedReplayStands() {
        // given
        Clock clock = follow(HOUR.at(60, ReplayState.PAUSED, 10, WALL)).clock();
        // when
        now = WALL.plusSeconds(4);
        // then
        assertThat(clock.instant()).isEqualTo(FROM.plusSeconds(60));
    }

    @Test
    void theClockNeverGoesBackNorBeyondThePeriod() {
        // given
        StationReplay replay = follow(HOUR.at(3_590, ReplayState.RUNNING, 10, WALL));
        now = WALL.plusSeconds(3);
        Instant before = replay.clock().instant();
        // when
        replay.take(HOUR.at(3_595, ReplayState.RUNNING, 10, now));
        // then
        assertThat(before).isEqualTo(FROM.plusSeconds(3_600));
        assertThat(replay.clock().instant()).isEqualTo(before);
    }

    @Test
    void aReplayThatAnswersNoMoreIsStoppedAndItsClockStands() {
        // given
        StationReplay replay = follow(HOUR.at(60, ReplayState.RUNNING, 1, WALL));
        // when
        now = WALL.plusSeconds(60);
        // then
        assertThat(replay.snapshot().state()).isEqualTo("STOPPED");
        assertThat(replay.clock().instant()).isEqualTo(FROM.plusSeconds(60));
    }

    @Test
    void aReplayWhoseClockIsAMinuteBehindRuns() {
        // given
        Instant behind = WALL.minusSeconds(60);
        StationReplay replay = follow(HOUR.at(60, ReplayState.RUNNING, 10, behind));
        // when
        replay.take(HOUR.at(70, ReplayState.RUNNING, 10, behind.plusSeconds(1)));
        now = WALL.plusSeconds(1);
        // then
        assertThat(replay.snapshot().state()).isEqualTo("RUNNING");
        assertThat(replay.clock().instant()).isEqualTo(FROM.plusSeconds(80));
    }

    @Test
    void aReplayWhoseLastStateIsOldIsStoppedFromTheBeginning() {
        // when
        StationReplay replay = follow(HOUR.at(60, ReplayState.RUNNING, 10, WALL.minusSeconds(60)));
        // then
        assertThat(replay.snapshot().state()).isEqualTo("STOPPED");
        assertThat(replay.clock().instant()).isEqualTo(FROM.plusSeconds(60));
    }

    @Test
    void aReplayThatEndedStaysEnded() {
        // given
        StationReplay replay = follow(HOUR.at(3_600, ReplayState.ENDED, 0, WALL));
        // when
        now = WALL.plusSeconds(86_400);
        // then
        assertThat(replay.snapshot().state()).isEqualTo("ENDED");
        assertThat(replay.clock().instant()).isEqualTo(FROM.plusSeconds(3_600));
    }

    private StationReplay follow(ReplayStatus first) {
        return new StationReplay(first, () -> now);
    }
}
