package org.vigie.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {
    private static final Instant START = Instant.parse("2026-11-29T23:59:30Z");

    private final FailedAttempts attempts = new FailedAttempts();

    @Test
    void theFifthWrongAttemptLocksANameForAMinute() {
        // when
        wrong("MED", 4, START);

        // then
        assertThat(attempts.isLocked("MED", START)).isFalse();

        // when
        wrong("MED", 1, START);

        // then
        assertThat(attempts.isLocked("MED", START.plusMillis(59_999))).isTrue();
        assertThat(attempts.isLocked("MED", START.plusSeconds(60))).isFalse();
        assertThat(attempts.isLocked("IDE", START)).isFalse();
    }

    @Test
    void aRightAttemptEndsTheRow() {
        // given
        wrong("MED", 4, START);
        attempts.note("MED", true, START);

        // when
        wrong("MED", 4, START);

        // then
        assertThat(attempts.isLocked("MED", START)).isFalse();
    }

    @Test
    void attemptsThatAreAnHourApartAreNoRow() {
        // when
        for (int hour = 0; hour < 9; hour++) {
            wrong("MED", 1, START.plusSeconds(3_600L * hour));
        }

        // then
        assertThat(attempts.isLocked("MED", START.plusSeconds(8 * 3_600))).isFalse();
    }

    @Test
    void eachFiveFurtherWrongAttemptsLockForLongerUpToFourMinutes() {
        // given
        wrong("MED", 10, START);
        assertThat(attempts.isLocked("MED", START.plusSeconds(119))).isTrue();
        assertThat(attempts.isLocked("MED", START.plusSeconds(120))).isFalse();

        // when
        wrong("MED", 15, START);

        // then
        assertThat(attempts.isLocked("MED", START.plusSeconds(239))).isTrue();
        assertThat(attempts.isLocked("MED", START.plusSeconds(240))).isFalse();
    }

    @Test
    void nobodyTriesANameMoreThanAHundredTimesInAnHourHoweverTheAttemptsArePlaced() {
        // given
        var tried = new AtomicInteger();
        var random = new Random(20_261_130);

        // when
        for (int second = 0; second < 3_600; second++) {
            for (int each = 0; each < random.nextInt(4); each++) {
                attempts.judge("MED", START.plusSeconds(second), () -> wrong(tried));
            }
        }

        // then
        assertThat(tried.get()).isBetween(50, 100);
    }

    @Test
    void manyAttemptsAtTheSameTimeAreNoMoreThanFive() throws Exception {
        // given
        var tried = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(16);
        List<Callable<Optional<String>>> guesses =
                Collections.nCopies(200, () -> attempts.judge("MED", START, () -> wrong(tried)));

        // when
        threads.invokeAll(guesses);
        threads.shutdown();

        // then
        assertThat(tried.get()).isEqualTo(5);
    }

    private static Optional<String> wrong(AtomicInteger tried) {
        tried.incrementAndGet();
        Thread.yield();
        return Optional.empty();
    }

    private void wrong(String name, int times, Instant at) {
        for (int time = 0; time < times; time++) {
            attempts.note(name, false, at);
        }
    }
}
