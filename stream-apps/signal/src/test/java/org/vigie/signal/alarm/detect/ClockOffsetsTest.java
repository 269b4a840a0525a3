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
        tell(5_860_020);
        assertThat(persisting()).isZero();

        tell(5_860_020);
        assertThat(persisting()).isZero();
    }

    @Test
    void threeMessagesDo() {
        tell(7, 7, 7);

        assertThat(persisting()).isEqualTo(7);
    }

    @Test
    void anOutlierAmongWrongOnesDoesNotMakeTheMagnitude() {
        tell(7, 5_860_020, 7, 7);

        assertThat(persisting()).isEqualTo(7);
    }

    @Test
    void oneCorrectMessageAmongWrongOnesDoesNotMakeTheClockRight() {
        tell(7, 7, 7, 7, 0);

        assertThat(persisting()).isEqualTo(7);
    }

    @Test
    void threeCorrectMessagesMakeItRight() {
        tell(7, 7, 7, 7, 7, 0, 0, 0);

        assertThat(persisting()).isZero();
    }

    @Test
    void aMessageThatComesAgainCountsOnce() {
        tell(7);
        ClockOffsets once = offsets;

        assertThat(once.then(START, Duration.ofMinutes(7))).isEqualTo(once);
        assertThat(once.then(START.minusSeconds(1), Duration.ofMinutes(7))).isEqualTo(once);
    }

    @Test
    void ofTheReadingsOfOneMessageTheLargestOffsetCounts() {
        tell(0);
        offsets = offsets.then(START, Duration.ofMinutes(9));
        tell(9, 9);

        assertThat(persisting()).isEqualTo(9);
    }
}
