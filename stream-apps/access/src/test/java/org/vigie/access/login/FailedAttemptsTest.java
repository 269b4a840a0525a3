package org.vigie.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
    void attemptsThatAreAMinuteApartAreNoRow() {
        // when
        for (int minute = 0; minute < 9; minute++) {
            wrong("MED", 1, START.plusSeconds(60L * minute));
        }

        // then
        assertThat(attempts.isLocked("MED", START.plusSeconds(480))).isFalse();
    }

    @Test
    void afterTheMinuteANewRowBegins() {
        // given
        wrong("MED", 5, START);

        // when
        wrong("MED", 1, START.plusSeconds(60));

        // then
        assertThat(attempts.isLocked("MED", START.plusSeconds(60))).isFalse();
    }

    @Test
    void aFloodOfOtherNamesUnlocksNobody() {
        // given
        wrong("MED", 5, START);

        // when
        for (int name = 0; name < 2_000; name++) {
            wrong("x" + name, 1, START.plusSeconds(30));
        }

        // then
        assertThat(attempts.isLocked("MED", START.plusSeconds(59))).isTrue();
    }

    private void wrong(String name, int times, Instant at) {
        for (int time = 0; time < times; time++) {
            attempts.note(name, false, at);
        }
    }
}
