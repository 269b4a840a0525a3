package org.vigie.platform.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.testing.time.TestClock;

/** Tests when a process counts as halted, by a clock that the test moves. */
class ProcessHaltWatchTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-11-29T12:00:00Z"));
    private final ProcessHaltWatch watch = new ProcessHaltWatch(clock);

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void aProcessThatRunsWasNotHalted() {
        // when
        for (int look = 0; look < 40; look++) {
            clock.advance(Duration.ofMillis(500));
            watch.look();
        }

        // then
        assertThat(watch.resumedAt()).isEmpty();
    }

    @Test
    void aHaltIsNoticedAtTheFirstQuestionAndForgottenEightSecondsLater() {
        // when
        clock.advance(Duration.ofSeconds(24));

        // then
        assertThat(watch.resumedAt()).isPresent();

        // when
        clock.advance(Duration.ofSeconds(4));
        assertThat(watch.resumedAt()).isPresent();
        clock.advance(Duration.ofSeconds(4));

        // then
        assertThat(watch.resumedAt()).isEmpty();
    }

    @Test
    void aSecondHaltShortlyAfterTheFirstIsAnotherOne() {
        // given
        clock.advance(Duration.ofSeconds(130));
        assertThat(watch.resumedAt()).contains(clock.instant());

        // when
        clock.advance(Duration.ofSeconds(130));

        // then
        assertThat(watch.resumedAt()).contains(clock.instant());
    }

    @Test
    void aPauseThatIsShorterThanASessionIsNoHalt() {
        // when
        clock.advance(Duration.ofSeconds(4));

        // then
        assertThat(watch.resumedAt()).isEmpty();
    }
}
