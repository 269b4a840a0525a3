package org.vigie.signal.alarm.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests when a device clock counts as wrong. */
class ClockOffsetsTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private ClockOffsets offsets = ClockOffsets.NONE;
    private int second;

    private void tell(int... minutes) {
        for (int each : minutes) {
            offsets = offsets.then(START.plusSeconds(second++), Duration.ofMinutes(each));
        }
    }

    private long persisting() {
        return offsets.persisting().toMinutes();
    }

    @Test
    void aDeviceThatSaidNothingIsNotOff() {
        assertThat(persisting()).isZero();
    }

    @Test
    void oneMessageOrTwoShowNoWrongClock() {
        // when
        tell(5_860_020);

        // then
        assertThat(persisting()).isZero();

        // when
        tell(5_860_020);

        // then
        assertThat(persisting()).isZero();
    }

    @Test
    void threeMessagesDo() {
        // when
        tell(7, 7, 7);

        // then
        assertThat(persisting()).isEqualTo(7);
    }

    @Test
    void anOutlierAmongWrongOnesDoesNotMakeTheMagnitude() {
        // when
        tell(7, 5_860_020, 7, 7);

        // then
        assertThat(persisting()).isEqualTo(7);
    }

    @Test
    void oneCorrectMessageAmongWrongOnesDoesNotMakeTheClockRight() {
        // when
        tell(7, 7, 7, 7, 0);

        // then
        assertThat(persisting()).isEqualTo(7);
    }

    @Test
    void threeCorrectMessagesMakeItRight() {
        // when
        tell(7, 7, 7, 7, 7, 0, 0, 0);

        // then
        assertThat(persisting()).isZero();
    }

    @Test
    void aMessageThatComesAgainCountsOnce() {
        // given
        tell(7);

        // when
        ClockOffsets once = offsets;

        // then
        assertThat(once.then(START, Duration.ofMinutes(7))).isEqualTo(once);
        assertThat(once.then(START.minusSeconds(1), Duration.ofMinutes(7))).isEqualTo(once);
    }

    @Test
    void ofTheReadingsOfOneMessageTheLargestOffsetCounts() {
        // given
        tell(0);
        offsets = offsets.then(START, Duration.ofMinutes(9));

        // when
        tell(9, 9);

        // then
        assertThat(persisting()).isEqualTo(9);
    }
}
