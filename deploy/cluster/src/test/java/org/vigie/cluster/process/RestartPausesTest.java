package org.vigie.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests how long the supervisor waits before it starts a process again. */
class RestartPausesTest {
    private static final Instant ENDED = Instant.parse("2026-11-29T12:00:00Z");

    private final RestartPauses pauses = new RestartPauses(Duration.ofSeconds(1));

    @Test
    void aProcessIsStartedOneSecondAfterItsEnd() {
        // given
        assertThat(pauses.isOver("broker-1", ENDED)).isFalse();

        // when, then
        assertThat(pauses.isOver("broker-1", ENDED.plusMillis(999))).isFalse();
        assertThat(pauses.isOver("broker-1", ENDED.plusMillis(1_000))).isTrue();
    }

    @Test
    void twoProcessesThatEndTogetherWaitBesideEachOther() {
        // given
        pauses.isOver("broker-1", ENDED);
        pauses.isOver("broker-2", ENDED.plusMillis(10));

        // when
        Instant later = ENDED.plusMillis(1_010);

        // then
        assertThat(pauses.isOver("broker-1", later)).isTrue();
        assertThat(pauses.isOver("broker-2", later)).isTrue();
    }

    @Test
    void theNextEndOfAProcessBeginsAnotherPause() {
        // given
        pauses.isOver("store", ENDED);
        pauses.isOver("store", ENDED.plusSeconds(1));

        // when
        Instant endsAgain = ENDED.plusSeconds(30);

        // then
        assertThat(pauses.isOver("store", endsAgain)).isFalse();
        assertThat(pauses.isOver("store", endsAgain.plusSeconds(1))).isTrue();
    }

    @Test
    void aProcessThatIsLeftEndedBeginsItsPauseWhenItIsWatchedAgain() {
        // given
        pauses.isOver("store", ENDED);
        pauses.forget("store");

        // when, then
        assertThat(pauses.isOver("store", ENDED.plusSeconds(9))).isFalse();
    }
}
