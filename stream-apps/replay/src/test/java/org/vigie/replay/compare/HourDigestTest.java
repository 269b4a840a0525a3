package org.vigie.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HourDigestTest {
    private static final StayHour HOUR = StayHour.of("alerts", "s1", Instant.parse("2026-03-01T08:59:59.999Z"));
    private final HourDigest digest = new HourDigest();

    @Test
    void theOrderOfTheRecordsDoesNotMatter() {
        // when
        digest.takeWard(5);
        digest.takeWard(7);
        digest.takeReplay(7);
        digest.takeReplay(5);

        // then
        assertThat(digest.isEqual()).isTrue();
        assertThat(digest.records()).isEqualTo(2);
    }

    @Test
    void anEqualSumOfOtherRecordsIsNotEqual() {
        // when: 12 is 5 and 7
        digest.takeWard(5);
        digest.takeWard(7);
        digest.takeReplay(12);

        // then
        assertThat(digest.isEqual()).isFalse();
    }

    @Test
    void aRecordOfTheReplayAloneIsNoRecordOfTheWard() {
        // when
        digest.takeReplay(1);

        // then
        assertThat(digest.records()).isZero();
        assertThat(digest.isEqual()).isFalse();
    }

    @Test
    void theFiguresNameTheHourWithTheCountAndTheDigestOfBothSides() {
        // when
        digest.takeSame(255);
        digest.takeWard(1);

        // then
        assertThat(digest.figures(HOUR))
                .containsEntry("hour", Instant.parse("2026-03-01T08:00:00Z"))
                .containsEntry("ward", "2:0000000000000100")
                .containsEntry("replay", "1:00000000000000ff");
    }
}
