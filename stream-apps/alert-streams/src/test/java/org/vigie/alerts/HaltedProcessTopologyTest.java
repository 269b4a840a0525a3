package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.testing.story.WardStory;

/** Tests a process that goes on after a halt, while another process may have its stays. */
class HaltedProcessTopologyTest extends CommandTopologyStory {
    private static final Duration SWEEP = Duration.ofSeconds(5);

    @BeforeEach
    void pauseTheAlarm() {
        Alert raised = raised();
        alerts.ask(command("c-1", CommandTypeRecord.PAUSE_AUDIO, raised.getAlert())
                .setExpiresAt(WardStory.START.plusSeconds(49))
                .build());
        alerts.pass(SWEEP);
        alerts.afterHalt(true);
    }

    @Test
    void theTimeOfAHaltAddsNoEntryToTheLedgerUntilTheProcessIsSureOfItsStays() {
        // when
        alerts.pass(Duration.ofSeconds(25));

        // then
        assertThat(last().getState()).isEqualTo(AlertStateRecord.AUDIO_PAUSED);

        // when
        alerts.afterHalt(false);
        alerts.pass(SWEEP);

        // then
        assertThat(last().getState()).isEqualTo(AlertStateRecord.AUDIO_RESUMED);
    }

    @Test
    void aHaltLeavesOutTwoSweepsAtMost() {
        // given
        alerts.pass(Duration.ofSeconds(25));
        alerts.pass(SWEEP);

        // when
        alerts.pass(SWEEP);

        // then
        assertThat(last().getState()).isEqualTo(AlertStateRecord.AUDIO_RESUMED);
    }

    @Test
    void aProcessThatIsHaltedAgainAndAgainLeavesOutSixSweepsAtMost() {
        // given
        for (int halt = 0; halt < 6; halt++) {
            alerts.pass(Duration.ofSeconds(25));
            alerts.afterHalt(true);
        }
        assertThat(last().getState()).isEqualTo(AlertStateRecord.AUDIO_PAUSED);

        // when
        alerts.pass(SWEEP);

        // then
        assertThat(alerts.ledger()).extracting(Alert::getState).contains(AlertStateRecord.AUDIO_RESUMED);
    }
}
