package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.testing.story.WardStory;

/** Tests a ward that was halted for 130 s together with what sends to it, as a laptop whose lid was closed. */
class HaltedWardTopologyTest extends StaySweeperStory {
    private static final Duration HALT = Duration.ofSeconds(130);

    private final List<CleanObservation> told = new WardStory()
            .bed("1")
            .steady(30, WELL)
            .silent(HALT)
            .steady(10, WELL)
            .cleanObservations();

    @BeforeEach
    void watchABed() {
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));
        rounds(1);
        alerts.triage();
    }

    @Test
    void theTimeOfAHaltIsNoSilenceOfABed() {
        // when
        halt();
        rounds(10);
        alerts.tell(told.subList(30, 40));

        // then
        assertThat(alerts.ledger()).isEmpty();
        assertThat(alerts.triage())
                .extracting(TriageAssessmentRecord::getLevel)
                .isNotEmpty()
                .doesNotContain(TriageLevelRecord.UNKNOWN);
    }

    @Test
    void aBedThatSendsNothingAfterAHaltIsMissedAfterTheUsualTime() {
        // when
        halt();
        rounds(13);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 bed_silent RAISED MEDIUM");
    }

    @Test
    void theSilenceBeforeAHaltCounts() {
        // given
        rounds(8);

        // when
        halt();
        rounds(4);

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 bed_silent RAISED MEDIUM");
    }

    @Test
    void aBedOfAMachineThatStallsEachMinuteIsMissedOnce() {
        // when
        for (int minute = 0; minute < 3; minute++) {
            halt();
            rounds(6);
        }

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger()))
                .filteredOn(entry -> entry.contains("RAISED"))
                .containsExactly("REA/1 bed_silent RAISED MEDIUM");
    }

    @Test
    void theTimeOfASecondHaltShortlyAfterTheFirstIsNoSilenceEither() {
        // given: the process runs for one check between the halts, which is left out too
        alerts.afterHalt(true);
        alerts.pass(HALT);
        rounds(1);

        // when
        halt();
        rounds(10);

        // then
        assertThat(alerts.ledger()).isEmpty();
        assertThat(alerts.triage())
                .extracting(TriageAssessmentRecord::getLevel)
                .isNotEmpty()
                .doesNotContain(TriageLevelRecord.UNKNOWN);
    }

    /** The first check after a halt is left out. */
    private void halt() {
        alerts.afterHalt(true);
        alerts.pass(HALT);
        alerts.afterHalt(false);
    }
}
