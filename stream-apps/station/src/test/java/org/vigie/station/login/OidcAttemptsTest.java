package org.vigie.station.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OidcAttemptsTest {
    private static final Instant BEGAN = Instant.parse("2026-11-30T08:00:00Z");

    private final OidcAttempts attempts = new OidcAttempts();

    @Test
    void aLogInIsTakenOnceWithinTenMinutes() {
        // given
        String state = begin(BEGAN);
        String late = begin(BEGAN);

        // when, then
        assertThat(attempts.take(state, BEGAN.plusSeconds(599))).isPresent();
        assertThat(attempts.take(state, BEGAN.plusSeconds(599))).isEmpty();
        assertThat(attempts.take(late, BEGAN.plusSeconds(600))).isEmpty();
    }

    @Test
    void whoeverBeginsLogInsWithoutEndShutsNobodyOut() {
        // given
        String first = begin(BEGAN);
        for (int each = 0; each < OidcAttempts.MOST; each++) {
            begin(BEGAN);
        }

        // when
        String next = begin(BEGAN);

        // then
        assertThat(attempts.take(next, BEGAN)).isPresent();
        assertThat(attempts.take(first, BEGAN)).isEmpty();
    }

    private String begin(Instant at) {
        OidcAttempt attempt = OidcAttempt.begin(at);
        attempts.add(attempt);
        return attempt.state().getValue();
    }
}
