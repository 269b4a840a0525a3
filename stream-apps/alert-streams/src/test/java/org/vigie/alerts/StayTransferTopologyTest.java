package org.vigie.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.testing.story.WardStory;

/** Tests that records of the former bed that come after a transfer do not move the patient back. */
class StayTransferTopologyTest extends StaySweeperStory {
    private final List<CleanObservation> told =
            new WardStory().bed("REA/1", "stay-1").steady(60, WELL).cleanObservations();

    @BeforeEach
    void transfer() {
        alerts.tell(told.subList(0, 20)).tell(on("REA/2", told.subList(20, 30))).ask(scale2());
        assertThat(alerts.ledger()).extracting(Alert::getState).containsExactly(AlertStateRecord.NEWS2_SCALE_SET);
        alerts.triage();
    }

    @Test
    void aLateRecordOfTheFormerBedDoesNotMoveThePatientBack() {
        // when
        alerts.tell(List.of(ofTheFormerBed(told.get(30))));

        // then
        assertIsOnTheNewBed();
    }

    @Test
    void aCorrectionOfTheFormerBedDoesNotMoveThePatientBack() {
        // given
        CleanObservation corrected = ofTheFormerBed(told.get(30));
        corrected.getReadings().forEach(reading -> reading.setWithdraws(List.of(reading.getValue())));

        // when
        alerts.tell(List.of(corrected));

        // then
        assertIsOnTheNewBed();
    }

    @Test
    void aRejectedReadingOfTheFormerBedDoesNotMoveThePatientBack() {
        // when
        alerts.tell(rejected(told.get(30)));

        // then
        assertThat(alerts.ledger()).extracting(Alert::getState).doesNotContain(AlertStateRecord.NEWS2_SCALE_EXPIRED);
        assertIsOnTheNewBed();
    }

    private void assertIsOnTheNewBed() {
        alerts.pass(Duration.ofSeconds(56));
        assertThat(alerts.ledger()).isEmpty();
        assertThat(alerts.triage())
                .isNotEmpty()
                .extracting(TriageAssessmentRecord::getBed)
                .containsOnly("REA/2");
    }

    private static List<CleanObservation> on(String bed, List<CleanObservation> told) {
        return told.stream()
                .map(each -> CleanObservation.newBuilder(each).setBed(bed).build())
                .toList();
    }

    /** Returns the record as one of the former bed that was measured before the transfer. */
    private static CleanObservation ofTheFormerBed(CleanObservation told) {
        CleanObservation late = CleanObservation.newBuilder(told).build();
        late.getReadings().forEach(reading -> {
            reading.setMeasuredAt(WardStory.START.plusSeconds(10));
            reading.setAsOf(null);
        });
        return late;
    }

    private static RejectedReading rejected(CleanObservation told) {
        return RejectedReading.newBuilder()
                .setStay("stay-1")
                .setBed("REA/1")
                .setSource("story")
                .setDevice("pump")
                .setMessageId("m-rejected")
                .setReceivedTime(told.getReceivedTime())
                .setPublishedAt(told.getPublishedAt())
                .setOrigin(told.getOrigin())
                .setReading(ReadingRecord.newBuilder()
                        .setVariable("hr")
                        .setValue(80.0)
                        .setUnit("/min")
                        .setStatus(MeasurementStatusRecord.VALID)
                        .setMeasuredAt(WardStory.START.plusSeconds(10))
                        .build())
                .setReason(CleaningReasonRecord.UNKNOWN_VARIABLE)
                .setDetail("X")
                .build();
    }
}
