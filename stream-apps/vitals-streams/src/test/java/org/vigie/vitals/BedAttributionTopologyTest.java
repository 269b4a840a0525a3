package org.vigie.vitals;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.testing.story.WardStory;

/** Tests which stay a reading gets before, during and after an admission. */
class BedAttributionTopologyTest extends VitalsTopologyStory {
    @Test
    void aDeviceThatBelievesItIs1970BelongsToThePatientWhoLiesThereButSaysNothingOfNow() {
        // given
        ward.bed("A3");
        vitals.tell(ward);
        ReadingRecord heartRate = reading("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, Instant.EPOCH);

        // when
        vitals.tell(Observation.newBuilder(told(heartRate))
                .setDeviceTime(Instant.EPOCH)
                .build());

        // then
        assertThat(vitals.clean()).singleElement().satisfies(clean -> {
            assertThat(clean.getStay()).isEqualTo("stay-A3");
            assertThat(clean.getReadings())
                    .extracting(JudgedReading::getVerdict, JudgedReading::getReason, JudgedReading::getMeasuredAt)
                    .containsExactly(
                            tuple(CleaningOutcomeRecord.KEPT, CleaningReasonRecord.OUT_OF_ORDER, Instant.EPOCH));
        });
    }

    @Test
    void aReadingThatIsReadBeforeItsKnownBedIsWatchedUnderTheStayOfAnEmptyBed() {
        // given
        var first = told(reading("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START));

        // when: the topics are read in either order
        vitals.tellOfKnownBed(first);
        String before = vitals.clean().get(0).getStay();
        vitals.tell(new BedStays("REA/A3", List.of()));
        vitals.tellOfKnownBed(Observation.newBuilder(told(reading(
                        "hr", 81.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START.plusSeconds(1))))
                .setMessageId("2")
                .build());

        // then
        assertThat(vitals.rejected()).isEmpty();
        assertThat(vitals.clean()).singleElement().satisfies(clean -> {
            assertThat(clean.getProvisional()).isTrue();
            assertThat(clean.getStay()).isEqualTo(before);
        });
    }

    @Test
    void aReadingThatIsReadBeforeItsBedIsGivenToThePatientWhoLiesThere() {
        // when
        vitals.tellOfKnownBed(told(reading("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START)));
        ward.bed("A3").heartRate("82").every(1, SECONDS);
        ward.stays().forEach(vitals::tell);

        // then
        assertThat(vitals.rejected()).isEmpty();
        assertThat(vitals.clean())
                .extracting(CleanObservation::getProvisional, CleanObservation::getStay)
                .hasSize(2)
                .endsWith(tuple(false, "stay-A3"));
    }

    @Test
    void aBedWithoutAPatientIsWatchedUnderAProvisionalStay() {
        // given
        vitals.tell(new BedStays("REA/A3", List.of()));

        // when
        vitals.tell(told(reading("hr", 80.0, null, "/min", MeasurementStatusRecord.VALID, WardStory.START)));

        // then
        assertThat(vitals.clean()).singleElement().satisfies(clean -> {
            assertThat(clean.getProvisional()).isTrue();
            assertThat(clean.getStay()).startsWith("provisional-");
        });
    }

    @Test
    void anAdmissionTurnsTheBedOverToItsStay() {
        // given
        ward.bed("A3").heartRate("80 81").every(1, SECONDS);
        vitals.tell(new BedStays("REA/A3", List.of()));
        vitals.tell(ward.observations().get(0));

        // when
        vitals.tell(ward.stays().get(0));
        vitals.tell(ward.observations().get(1));

        // then
        assertThat(vitals.clean())
                .extracting(CleanObservation::getProvisional, clean -> clean.getAttributedFrom() != null)
                .containsExactly(tuple(true, false), tuple(false, true), tuple(false, false));
    }

    @Test
    void aLateAdmissionGetsWhatWasMeasuredMeanwhile() {
        // given
        ward.bed("A3").heartRate("80 81 82 83").every(1, SECONDS);
        vitals.tell(new BedStays("REA/A3", List.of()));
        ward.observations().subList(0, 3).forEach(vitals::tell);
        List<CleanObservation> first = vitals.clean();

        // when
        vitals.tell(new BedStays("REA/A3", List.of(stay("late", WardStory.START.plusSeconds(1), null))));
        vitals.tell(ward.observations().get(3));

        // then
        List<CleanObservation> again = vitals.clean();
        String provisional = first.get(0).getStay();
        assertThat(again)
                .extracting(
                        CleanObservation::getStay,
                        CleanObservation::getProvisional,
                        CleanObservation::getAttributedFrom,
                        clean -> clean.getOrigin().getOffset())
                .containsExactly(
                        tuple("late", false, provisional, 1L),
                        tuple("late", false, provisional, 2L),
                        tuple("late", false, null, 3L));
        assertThat(again.get(0).getReadings()).isEqualTo(first.get(1).getReadings());
        assertThat(vitals.rejected()).isEmpty();
    }

    @Test
    void whatWasMeasuredInAConflictGoesToThePatientWhoLayThereOnceThatIsKnown() {
        // given
        Instant change = WardStory.START.plusSeconds(1);
        String conflict = StayAssignment.conflict("REA/A3", change);
        ward.bed("A3").heartRate("80 81 82 83").every(1, SECONDS);
        vitals.tell(
                new BedStays("REA/A3", List.of(stay("first", WardStory.START, change), stay(conflict, change, null))));
        ward.observations().subList(0, 3).forEach(vitals::tell);
        List<CleanObservation> first = vitals.clean();

        // when: the discharge of the first patient is entered late
        vitals.tell(
                new BedStays("REA/A3", List.of(stay("first", WardStory.START, change), stay("second", change, null))));
        vitals.tell(ward.observations().get(3));

        // then
        assertThat(first).extracting(CleanObservation::getStay).containsExactly("first", conflict, conflict);
        assertThat(vitals.clean())
                .extracting(
                        CleanObservation::getStay,
                        CleanObservation::getProvisional,
                        CleanObservation::getAttributedFrom,
                        clean -> clean.getOrigin().getOffset())
                .containsExactly(
                        tuple("second", false, conflict, 1L),
                        tuple("second", false, conflict, 2L),
                        tuple("second", false, null, 3L));
    }

    @Test
    void whatWasMeasuredInAConflictIsNotOfTheFormerPatientWhenTheAdmissionIsCancelled() {
        // given: a patient was admitted to the bed of another one, whose transfer is not entered
        Instant change = WardStory.START.plusSeconds(1);
        String conflict = StayAssignment.conflict("REA/A3", change);
        ward.bed("A3").heartRate("80 81 82").every(1, SECONDS);
        vitals.tell(
                new BedStays("REA/A3", List.of(stay("first", WardStory.START, change), stay(conflict, change, null))));
        ward.observations().forEach(vitals::tell);
        vitals.clean();

        // when: the admission is cancelled, the transfer is entered, and the admission again
        vitals.tell(new BedStays("REA/A3", List.of(stay("first", WardStory.START, null))));
        List<CleanObservation> cancelled = vitals.clean();
        vitals.tell(
                new BedStays("REA/A3", List.of(stay("first", WardStory.START, change), stay("second", change, null))));

        // then
        assertThat(cancelled).isEmpty();
        assertThat(vitals.clean())
                .extracting(CleanObservation::getStay, CleanObservation::getAttributedFrom)
                .containsExactly(tuple("second", conflict), tuple("second", conflict));
    }

    @Test
    void whatWasMeasuredBeforeAnAdmissionGoesToNoConflictOfTwoPatients() {
        // given
        ward.bed("A3").heartRate("80").every(1, SECONDS);
        vitals.tell(new BedStays("REA/A3", List.of()));
        ward.observations().forEach(vitals::tell);
        String provisional = vitals.clean().get(0).getStay();

        // when
        vitals.tell(new BedStays("REA/A3", List.of(stay("conflict-1", WardStory.START, null))));
        vitals.tell(new BedStays("REA/A3", List.of(stay("late", WardStory.START, null))));

        // then
        assertThat(vitals.clean())
                .extracting(CleanObservation::getStay, CleanObservation::getAttributedFrom)
                .containsExactly(tuple("late", provisional));
    }

    @Test
    void whatWasAttributedIsNotSaidAgainAndGoesToNoSecondPatient() {
        // given
        ward.bed("A3").heartRate("80").every(1, SECONDS);
        vitals.tell(new BedStays("REA/A3", List.of()));
        ward.observations().forEach(vitals::tell);
        vitals.tell(new BedStays("REA/A3", List.of(stay("late", WardStory.START, null))));
        vitals.clean();

        // when
        vitals.tell(new BedStays("REA/A3", List.of(stay("late", WardStory.START, WardStory.START.plusSeconds(60)))));
        vitals.tell(new BedStays("REA/A3", List.of()));
        vitals.tell(new BedStays("REA/A3", List.of(stay("other", WardStory.START, null))));

        // then
        assertThat(vitals.clean()).isEmpty();
    }

    @Test
    void anAdmissionOfAnotherBedTakesNothing() {
        // given
        ward.bed("A3").heartRate("80").every(1, SECONDS);
        vitals.tell(new BedStays("REA/A3", List.of()));
        ward.observations().forEach(vitals::tell);
        vitals.clean();

        // when
        vitals.tell(new BedStays("REA/A33", List.of(stay("late", WardStory.START, null))));

        // then
        assertThat(vitals.clean()).isEmpty();
    }

    @Test
    void afterATransferTheBedsReadingsAreTheNextPatients() {
        // given
        Instant change = WardStory.START.plusSeconds(2);
        vitals.tell(
                new BedStays("REA/A3", List.of(stay("first", WardStory.START, change), stay("second", change, null))));
        ward.bed("A3").heartRate("80 81 70 71").every(1, SECONDS);

        // when
        ward.observations().forEach(vitals::tell);

        // then
        assertThat(vitals.clean())
                .extracting(CleanObservation::getStay)
                .containsExactly("first", "first", "second", "second");
    }

    @Test
    void aCorrectionThatComesDaysLateBelongsToWhoeverLayThereThen() {
        // given
        Instant change = WardStory.START.plus(Duration.ofHours(1));
        vitals.tell(
                new BedStays("REA/A3", List.of(stay("first", WardStory.START, change), stay("second", change, null))));
        vitals.tell(lab("1", 7.1, MeasurementStatusRecord.VALID, WardStory.START));

        // when
        vitals.tell(lab("2", 4.1, MeasurementStatusRecord.CORRECTED, WardStory.START.plus(Duration.ofDays(2))));

        // then
        assertThat(vitals.clean()).hasSize(2).allMatch(clean -> clean.getStay().equals("first"));
    }
}
