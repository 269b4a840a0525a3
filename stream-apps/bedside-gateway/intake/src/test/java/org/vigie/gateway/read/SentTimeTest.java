package org.vigie.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.read.SentTime.AbsentTime;
import org.vigie.gateway.read.SentTime.SentInstant;
import org.vigie.gateway.read.SentTime.UnreadableTime;
import org.vigie.terminology.DropReason;

class SentTimeTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:14:59Z");

    @Test
    void onlyAnEmptyFieldLeavesTheChoiceToAnotherField() {
        assertThat(AbsentTime.ABSENT.isAbsent()).isTrue();
        assertThat(new SentInstant(AT).isAbsent()).isFalse();
        assertThat(new UnreadableTime(DropReason.UNREADABLE_TIME).isAbsent()).isFalse();
    }

    @Test
    void onlyAReadableFieldGivesAnInstant() {
        assertThat(new SentInstant(AT).instant()).contains(AT);
        assertThat(AbsentTime.ABSENT.instant()).isEmpty();
        assertThat(new UnreadableTime(DropReason.UNREADABLE_TIME).instant()).isEmpty();
    }

    @Test
    void anEmptyFieldAndAnUnreadableOneHaveDifferentReasons() {
        assertThat(AbsentTime.ABSENT.reason()).isEqualTo(DropReason.NO_TIME);
        assertThat(new UnreadableTime(DropReason.UNREADABLE_TIME).reason()).isEqualTo(DropReason.UNREADABLE_TIME);
    }
}
