package org.vigie.replay.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.schemas.ReplayControlAction;

/** Tests when a replay takes a record. The wall clock moves only while the replay waits. */
class ReplayPaceTest {
    private static final Instant WALL = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant FROM = Instant.parse("2026-03-01T08:00:00Z");
    private static final PartitionPeriod PERIOD = new PartitionPeriod(FROM, FROM.plusSeconds(3_600));

    private final List<Instant> waits = new ArrayList<>();
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private Instant now = WALL;

    @Test
    void tenTimesTheSpeedTakesATenthOfTheTime() throws Exception {
        // given
        ReplayPace pace = pace("10", false);
        // when
        pace.await(FROM.plusSeconds(5));
        pace.await(FROM.plusSeconds(65));
        // then
        assertThat(waits).containsExactly(WALL.plusSeconds(6));
        assertThat(pace.position().time()).isEqualTo(FROM.plusSeconds(65));
    }

    @Test
    void theFastestSpeedWaitsForNothing() throws Exception {
        // given
        ReplayPace pace = pace("max", false);
        // when
        pace.await(FROM);
        pace.await(FROM.plusSeconds(60));
        // then
        assertThat(waits).isEmpty();
    }

    @Test
    void theTimeOfTheReplayGoesOnBetweenTwoRecordsUpToTheNextOne() throws Exception {
        // given
        ReplayPace pace = pace("2", false);
        pace.await(FROM);
        List<Instant> shown = new ArrayList<>();
        meanwhile.add(() -> {
            now = now.plusSeconds(10);
            shown.add(pace.position().time());
            now = now.plusSeconds(90);
            shown.add(pace.position().time());
        });
        // when
        pace.await(FROM.plusSeconds(60));
        // then
        assertThat(shown).containsExactly(FROM.plusSeconds(20), FROM.plusSeconds(60));
    }

    @Test
    void aPausedReplayTakesNothingBeforeItIsResumed() throws Exception {
        // given
        ReplayPace pace = pace("max", true);
        List<Instant> shown = new ArrayList<>();
        meanwhile.add(() -> shown.add(pace.position().time()));
        meanwhile.add(() -> steer(pace, ReplayControlAction.RESUME, ""));
        // when
        pace.await(FROM.plusSeconds(5));
        // then
        assertThat(waits).hasSize(2);
        assertThat(shown).containsExactly(FROM);
        assertThat(pace.position().paused()).isFalse();
    }

    @Test
    void afterAPauseTheReplayGoesOnFromWhereItWas() throws Exception {
        // given
        ReplayPace pace = pace("1", false);
        pace.await(FROM);
        meanwhile.add(() -> {
            now = now.plusSeconds(10);
            steer(pace, ReplayControlAction.PAUSE, "");
        });
        meanwhile.add(() -> {
            now = now.plusSeconds(3_600);
            steer(pace, ReplayControlAction.RESUME, "");
        });
        // when
        pace.await(FROM.plusSeconds(60));
        // then
        assertThat(now).isEqualTo(WALL.plusSeconds(10 + 3_600 + 50));
    }

    @Test
    void aStepTakesItsTimeAtOnceAndPauses() throws Exception {
        // given
        ReplayPace pace = pace("1", true);
        steer(pace, ReplayControlAction.STEP, "PT1M");
        // when
        pace.await(FROM.plusSeconds(30));
        pace.await(FROM.plusSeconds(60));
        // then
        assertThat(waits).isEmpty();
        meanwhile.add(() -> assertThat(pace.position().time()).isEqualTo(FROM.plusSeconds(60)));
        meanwhile.add(() -> steer(pace, ReplayControlAction.STEP, "PT1M"));
        pace.await(FROM.plusSeconds(61));
        assertThat(waits).hasSize(2);
        assertThat(pace.position().paused()).isTrue();
    }

    @Test
    void aSeekGoesThroughAllRecordsWithoutWaitingAndThenAtTheSpeedBefore() throws Exception {
        // given
        ReplayPace pace = pace("1", false);
        pace.await(FROM);
        steer(pace, ReplayControlAction.SEEK, FROM.plusSeconds(1_800).toString());
        // when
        pace.await(FROM.plusSeconds(600));
        pace.await(FROM.plusSeconds(1_800));
        // then
        assertThat(waits).isEmpty();
        pace.await(FROM.plusSeconds(1_805));
        assertThat(waits).containsExactly(WALL.plusSeconds(5));
    }

    @Test
    void aNewSpeedIsInForceFromTheMomentOfTheRequest() throws Exception {
        // given
        ReplayPace pace = pace("1", false);
        pace.await(FROM);
        meanwhile.add(() -> {
            now = now.plusSeconds(20);
            steer(pace, ReplayControlAction.SPEED, "10");
        });
        // when
        pace.await(FROM.plusSeconds(60));
        // then
        assertThat(now).isEqualTo(WALL.plusSeconds(20 + 4));
    }

    @Test
    void aSeekBackwardsOrBeyondThePeriodIsRefused() throws Exception {
        // given
        ReplayPace pace = pace("max", false);
        pace.await(FROM.plusSeconds(600));
        // when, then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> steer(pace, ReplayControlAction.SEEK, FROM.toString()))
                .withMessage("seek: must be after 2026-03-01T08:10:00Z, where the replay is, was 2026-03-01T08:00:00Z;"
                        + " for an earlier time begin a new replay with --from");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> steer(pace, ReplayControlAction.SEEK, "2026-03-01T10:00:00Z"))
                .withMessageContaining("at most 2026-03-01T09:00:00Z");
    }

    @Test
    void aStepOfNoTimeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> steer(pace("1", true), ReplayControlAction.STEP, "PT0S"))
                .withMessage("step: must be positive, was PT0S");
    }

    private ReplayPace pace(String speed, boolean paused) {
        return new ReplayPace(PERIOD, ReplaySpeed.parse("--speed", speed), paused, () -> now, this::waitUntil);
    }

    private void waitUntil(Instant wall, Condition unused) {
        waits.add(wall);
        if (meanwhile.isEmpty()) {
            now = wall;
        } else {
            meanwhile.remove().run();
        }
    }

    private static void steer(ReplayPace pace, ReplayControlAction action, String value) {
        pace.steer(new ReplayControls("anne", WALL.plus(Duration.ofDays(1))).parse(action, value));
    }
}
