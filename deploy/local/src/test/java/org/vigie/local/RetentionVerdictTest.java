package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionVerdictTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Duration SEGMENT = Duration.ofDays(1);

    @Test
    void aRecordMayBeAsOldAsTheRetentionAndOneSegment() {
        assertThat(oldest(Duration.ofDays(4))).isEqualTo(RetentionVerdict.OK);
        assertThat(RetentionVerdict.of(THREE_DAYS, SEGMENT, Optional.empty(), NOW))
                .isEqualTo(RetentionVerdict.OK);
    }

    @Test
    void anOlderRecordIsLate() {
        assertThat(oldest(Duration.ofDays(4).plusMinutes(16))).isEqualTo(RetentionVerdict.LATE);
        assertThat(RetentionVerdict.LATE.isBreach()).isTrue();
    }

    @Test
    void aTopicThatIsKeptWithoutEndIsABreach() {
        // when
        RetentionVerdict verdict = RetentionVerdict.of(Duration.ofMillis(-1), SEGMENT, Optional.of(NOW), NOW);

        // then
        assertThat(verdict).isEqualTo(RetentionVerdict.WITHOUT_END);
        assertThat(verdict.isBreach()).isTrue();
        assertThat(RetentionVerdict.NEWEST_OF_EACH_KEY.isBreach()).isFalse();
    }

    private static RetentionVerdict oldest(Duration age) {
        return RetentionVerdict.of(THREE_DAYS, SEGMENT, Optional.of(NOW.minus(age)), NOW);
    }
}
