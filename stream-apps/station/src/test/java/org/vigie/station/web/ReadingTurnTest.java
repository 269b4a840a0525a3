package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadingTurnTest {
    private Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private final ReadingTurn turn = new ReadingTurn(() -> now);

    @Test
    void oneReadingGoesOnAtATime() {
        assertThat(turn.begin()).isTrue();
        assertThat(turn.begin()).isFalse();
    }

    @Test
    void aPauseAsLongAsTheReadingFollowsIt() {
        // given
        read(4);

        // then
        wait(3);
        assertThat(turn.begin()).isFalse();
        wait(1);
        assertThat(turn.begin()).isTrue();
    }

    @Test
    void whoIsRefusedLearnsWhenToAskAgain() {
        // when
        turn.begin();
        // then
        assertThat(turn.left(now)).isEqualTo(Duration.ofSeconds(2));
        // when
        wait(4);
        turn.end();
        now = now.plusMillis(1_500);
        // then
        assertThat(turn.left(now)).as("the rest of the pause in whole seconds").isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void thePauseAfterALongReadingIsHalfAMinute() {
        // given
        read(60);

        // then
        wait(29);
        assertThat(turn.begin()).isFalse();
        wait(1);
        assertThat(turn.begin()).isTrue();
    }

    @Test
    void aClockThatWasSetBackEndsThePause() {
        // given
        read(60);

        // when
        wait(-3_600);

        // then
        assertThat(turn.begin()).isTrue();
    }

    private void read(int seconds) {
        assertThat(turn.begin()).isTrue();
        wait(seconds);
        turn.end();
    }

    private void wait(int seconds) {
        now = now.plusSeconds(seconds);
    }
}
