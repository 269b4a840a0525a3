package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.testing.story.WardStory;

/** Tests a stay that the admissions no longer show, because its admission was cancelled or two patients were admitted to its bed. */
class CancelledAdmissionTopologyTest extends StaySweeperStory {
    private static final BedStays NOBODY = new BedStays("REA/1", List.of());

    @Test
    void aStayThatSendsNothingAndIsNoLongerAdmittedEndsWithItsAlarms() {
        // given
        alerts.tell(bed("REA/1", null)).tell(desaturated());
        rounds(2);
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 spo2_low RAISED MEDIUM");

        // when
        alerts.tell(NOBODY);
        passInSilence();

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 spo2_low CLEARED MEDIUM");
    }

    @Test
    void itEndsAlsoWhenTheAdmissionWasCancelledDuringARestart() {
        // given
        alerts.tell(bed("REA/1", null)).tell(desaturated());
        alerts.ledger();

        // when
        alerts = alerts.restarted(alerts.stored()).tell(NOBODY);
        passInSilence();

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 spo2_low CLEARED MEDIUM");
    }

    @Test
    void aStayThatStillSendsGoesOn() {
        // given
        List<CleanObservation> told = desaturated();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 50));

        // when
        alerts.tell(NOBODY);
        told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .steady(330, DESATURATED)
                .cleanObservations();
        for (int round = 0; round < 60; round++) {
            alerts.tell(told.subList(50 + 5 * round, 55 + 5 * round));
            rounds(1);
        }

        // then
        assertThat(alerts.ledger()).extracting(Alert::getState).doesNotContain(AlertStateRecord.CLEARED);
    }

    @Test
    void aStayThatIsAdmittedAgainIsWatchedAgain() {
        // given
        List<CleanObservation> told = new WardStory()
                .bed("1")
                .steady(30, WELL)
                .steady(30, DESATURATED)
                .cleanObservations();
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30)).tell(NOBODY);
        passInSilence();

        // when
        alerts.tell(bed("REA/1", null));
        rounds(2);
        alerts.tell(told.subList(30, 60));

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).containsExactly("REA/1 spo2_low RAISED MEDIUM");
    }

    private void passInSilence() {
        rounds(1);
        alerts.pass(Duration.ofMinutes(5));
        rounds(2);
    }
}
