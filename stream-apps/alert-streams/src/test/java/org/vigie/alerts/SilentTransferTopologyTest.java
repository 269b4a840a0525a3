package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.ledger.LedgerCheck;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.testing.story.WardStory;

/** Tests on which bed a patient is missed who was transferred to a bed whose monitor sends nothing. */
class SilentTransferTopologyTest extends StaySweeperStory {
    private final List<CleanObservation> told =
            new WardStory().bed("REA/1", "stay-1").steady(60, WELL).cleanObservations();

    @BeforeEach
    void watchABed() {
        alerts.tell(bed("REA/1", null)).tell(told.subList(0, 30));
    }

    @Test
    void aPatientWhoIsTransferredToASilentMonitorIsMissedOnTheNewBed() {
        // when
        alerts.tell(bed("REA/1", END)).tell(bed("REA/2", null));
        alerts.pass(Duration.ofMinutes(4));

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger()))
                .contains("REA/2 bed_silent RAISED MEDIUM")
                .allMatch(entry -> entry.startsWith("REA/2 "));
        assertThat(alerts.triage())
                .last()
                .extracting(TriageAssessmentRecord::getLevel)
                .isEqualTo(TriageLevelRecord.UNKNOWN);
    }

    @Test
    void aTransferThatIsPlannedLeavesTheSilenceOnThePresentBed() {
        // given
        BedStays planned = bed("REA/2", null);
        planned.getStays().get(0).setFrom(WardStory.START.plus(Duration.ofDays(1)));

        // when
        alerts.tell(planned);
        alerts.pass(Duration.ofMinutes(4));

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).contains("REA/1 bed_silent RAISED MEDIUM");
    }

    @Test
    void aPatientWhoseDischargeIsPlannedIsMissedOnTheNewBed() {
        // when
        alerts.tell(bed("REA/1", END)).tell(bed("REA/2", WardStory.START.plus(Duration.ofDays(1))));
        alerts.pass(Duration.ofMinutes(4));

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).contains("REA/2 bed_silent RAISED MEDIUM");
    }

    @Test
    void aPatientWhoseReadingsWaitIsSearchedOnTheNewBed() {
        // when
        alerts.readUpTo(WardStory.START.plusSeconds(30)).tell(bed("REA/1", END)).tell(bed("REA/2", null));
        alerts.pass(Duration.ofMinutes(4));

        // then
        assertThat(AlertTopologyDriver.told(alerts.ledger())).contains("REA/2 bed_unread RAISED MEDIUM");
    }

    @Test
    void aSearchThatWasReportedBeforeTheTransferWasEnteredMovesToTheNewBed() {
        // given
        alerts.readUpTo(WardStory.START.plusSeconds(30));
        alerts.pass(Duration.ofMinutes(3));
        List<Alert> ledger = new ArrayList<>(alerts.ledger());

        // when
        transfer("REA/1", "REA/2");
        ledger.addAll(alerts.ledger());

        // then
        assertThat(AlertTopologyDriver.told(ledger))
                .containsExactly(
                        "REA/1 bed_unread RAISED MEDIUM",
                        "REA/1 bed_unread CLEARED MEDIUM",
                        "REA/2 bed_unread RAISED MEDIUM");
        assertThat(ledger)
                .extracting(Alert::getMessageEn)
                .containsExactly(
                        "Monitoring interrupted: measurements waiting for 2 min",
                        "Patient transferred, reported on the new bed: measurements waiting for 2 min",
                        "Monitoring interrupted: measurements waiting for 2 min");
        isWhole(ledger);
    }

    @Test
    void aSilenceThatWasReportedBeforeTheTransferWasEnteredMovesToTheNewBed() {
        // given
        rounds(14);
        List<Alert> ledger = new ArrayList<>(alerts.ledger());

        // when
        transfer("REA/1", "REA/2");
        ledger.addAll(alerts.ledger());

        // then
        assertThat(AlertTopologyDriver.told(ledger))
                .containsExactly(
                        "REA/1 bed_silent RAISED MEDIUM",
                        "REA/1 bed_silent CLEARED MEDIUM",
                        "REA/2 bed_silent RAISED MEDIUM");
        assertThat(ledger)
                .extracting(Alert::getMessageEn)
                .containsExactly(
                        "No more measurements for 1 min",
                        "Patient transferred, reported on the new bed: no more measurements for 1 min",
                        "No more measurements for 1 min");
        assertThat(ledger.get(2).getAlert()).isNotEqualTo(ledger.get(0).getAlert());
        isWhole(ledger);
    }

    @Test
    void eachTransferOfASilentPatientMovesTheAlarmUntilTheNewMonitorSends() {
        // given
        rounds(14);
        List<Alert> ledger = new ArrayList<>(alerts.ledger());
        transfer("REA/1", "REA/2");
        transfer("REA/2", "REA/3");

        // when
        alerts.tell(on("REA/3", told.subList(30, 60)));
        rounds(1);
        ledger.addAll(alerts.ledger());

        // then
        assertThat(AlertTopologyDriver.told(ledger))
                .containsExactly(
                        "REA/1 bed_silent RAISED MEDIUM",
                        "REA/1 bed_silent CLEARED MEDIUM",
                        "REA/2 bed_silent RAISED MEDIUM",
                        "REA/2 bed_silent CLEARED MEDIUM",
                        "REA/3 bed_silent RAISED MEDIUM",
                        "REA/3 bed_silent CLEARED MEDIUM");
        isWhole(ledger);
    }

    @Test
    void aTransferThatIsCancelledLeavesThePatientsOwnSettings() {
        // given
        alerts.ask(scale2());
        alerts.tell(bed("REA/1", END)).tell(bed("REA/2", null));
        alerts.pass(Duration.ofMinutes(4));

        // when
        alerts.tell(bed("REA/1", null)).tell(new BedStays("REA/2", List.of()));
        rounds(2);
        alerts.tell(told.subList(30, 60));

        // then
        List<Alert> ledger = alerts.ledger();
        assertThat(ledger).extracting(Alert::getState).doesNotContain(AlertStateRecord.NEWS2_SCALE_EXPIRED);
        assertThat(AlertTopologyDriver.told(ledger)).endsWith("REA/1 bed_silent CLEARED MEDIUM");
        isWhole(ledger);
    }

    /** A transfer is published bed by bed. */
    private void transfer(String from, String to) {
        alerts.tell(bed(from, END));
        rounds(1);
        alerts.tell(bed(to, null));
        rounds(3);
    }

    private static List<CleanObservation> on(String bed, List<CleanObservation> told) {
        return told.stream()
                .map(each -> CleanObservation.newBuilder(each).setBed(bed).build())
                .toList();
    }

    private static void isWhole(List<Alert> ledger) {
        var check = new LedgerCheck();
        assertThat(ledger).allSatisfy(entry -> assertThat(check.take("", entry)).isEmpty());
    }
}
