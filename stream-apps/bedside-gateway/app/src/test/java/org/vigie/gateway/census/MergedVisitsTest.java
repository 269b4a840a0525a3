package org.vigie.gateway.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.schemas.AdministrativeSexRecord;

/**
 * Tests two numbers of one patient that were admitted to one bed and merged (A40): the bed is the patient's while one of the visits lasts.
 * The visit {@code first} began at 0 under the number {@code unknown}, the visit {@code second} at 10 under {@code ana}.
 */
class MergedVisitsTest {
    private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant NOW = T0.plus(Duration.ofDays(1));
    private static final String BED = "A/1";

    private BedCensus census = BedCensus.empty();

    @ParameterizedTest
    @CsvSource({
        "DISCHARGE, first, unknown 0..10|second 10..",
        "DISCHARGE, second, unknown 0..10|second 10..",
        "CANCEL_ADMIT, first, unknown 0..10|second 10..",
        "CANCEL_ADMIT, second, unknown 0..10|second 10..",
    })
    void thePatientStaysOnTheBedWhileTheOtherVisitLasts(MovementAction action, String visit, String stays) {
        // given
        merged();

        // when
        of(visit, 60, action, BED);

        // then
        assertThat(picture(BED)).isEqualTo(stays);
        assertThat(census.open("ana")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "DISCHARGE, first, DISCHARGE, second, unknown 0..10|second 10..90",
        "DISCHARGE, second, DISCHARGE, first, unknown 0..10|second 10..90",
        "DISCHARGE, first, CANCEL_ADMIT, second, unknown 0..10|second 10..60",
        "DISCHARGE, second, CANCEL_ADMIT, first, unknown 0..10|second 10..60",
        "CANCEL_ADMIT, first, DISCHARGE, second, unknown 0..10|second 10..90",
        "CANCEL_ADMIT, second, DISCHARGE, first, unknown 0..10|second 10..90",
        "CANCEL_ADMIT, first, CANCEL_ADMIT, second, unknown 0..10",
        "CANCEL_ADMIT, second, CANCEL_ADMIT, first, unknown 0..10",
    })
    void theBedIsFreeOnceBothVisitsAreOver(
            MovementAction action, String visit, MovementAction next, String other, String stays) {
        // given
        merged();

        // when
        of(visit, 60, action, BED);
        of(other, 90, next, BED);

        // then
        assertThat(picture(BED)).isEqualTo(stays);
        assertThat(census.open("ana")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"first, second", "second, first"})
    void aDischargeThatIsTakenBackKeepsTheBedWhenTheOtherVisitEnds(String visit, String other) {
        // given
        merged();

        // when
        of(visit, 60, MovementAction.DISCHARGE, BED);
        of(visit, 70, MovementAction.CANCEL_DISCHARGE, BED);
        of(other, 90, MovementAction.DISCHARGE, BED);

        // then
        assertThat(picture(BED)).isEqualTo("unknown 0..10|second 10..");
    }

    @ParameterizedTest
    @CsvSource({"first, ''", "first, A/1", "second, ''", "second, A/1"})
    void aTransferOfEitherVisitMovesThePatient(String visit, String priorBed) {
        // given
        merged();

        // when
        census = census.after(change(visit, 60, MovementAction.TRANSFER, "ana", "A/2", priorBed, ""));

        // then
        assertThat(picture(BED)).isEqualTo("unknown 0..10|second 10..60");
        assertThat(picture("A/2")).isEqualTo("second 60..");
    }

    @ParameterizedTest
    @CsvSource({"first", "second"})
    void aTransferThatIsTakenBackPutsBothVisitsBack(String ended) {
        // given
        merged();
        census = census.after(change("second", 60, MovementAction.TRANSFER, "ana", "A/2", BED, ""));

        // when
        of("second", 70, MovementAction.CANCEL_TRANSFER, BED);
        of(ended, 90, MovementAction.DISCHARGE, BED);

        // then
        assertThat(picture(BED)).isEqualTo("unknown 0..10|second 10..");
        assertThat(picture("A/2")).isEmpty();
    }

    @Test
    void aMergeThatIsDeliveredAgainChangesNothing() {
        // given
        merged();
        BedCensus before = census;

        // when
        merge();

        // then
        assertThat(census.changedSince(before)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"first, 10", "second, 10", "first, 5", "second, 5"})
    void anAdmissionOfEitherVisitWithTheTimeOfTheHospitalMovesThePatientWhenItWasRecorded(String visit, int minute) {
        // given
        merged();

        // when
        census = census.after(change(visit, minute, MovementAction.ADMIT, "ana", "A/2", "", "")
                .arrivedBy(T0.plus(Duration.ofHours(1))));

        // then
        assertThat(picture(BED)).isEqualTo("unknown 0..10|second 10..60");
        assertThat(picture("A/2")).isEqualTo("second 60..");
    }

    @ParameterizedTest
    @CsvSource({"first, second", "second, first"})
    void aLateTransferOfTheVisitThatEndedFirstBringsNobodyBack(String visit, String other) {
        // given
        merged();
        of(visit, 60, MovementAction.DISCHARGE, BED);
        of(other, 90, MovementAction.DISCHARGE, BED);

        // when
        of(visit, 30, MovementAction.TRANSFER, "A/2");

        // then
        assertThat(picture("A/2")).isEqualTo("second 30..60");
        assertThat(census.open("ana")).isEmpty();
    }

    @Test
    void aTransferBeforeTheMergeIsTakenBackUnderItsVisit() {
        // given
        admitted("first");
        of("second", 5, MovementAction.ADMIT, "A/2");
        census = census.after(change("second", 10, MovementAction.TRANSFER, "ana", BED, "A/2", ""));
        merge();

        // when
        of("second", 30, MovementAction.CANCEL_TRANSFER, "A/2");

        // then
        assertThat(picture(BED)).isEqualTo("unknown 0..10|second 10..");
        assertThat(picture("A/2")).isEqualTo("second 5..");
    }

    @Test
    void aDischargeWithoutAVisitEndsBoth() {
        // given
        merged();

        // when
        of("", 60, MovementAction.DISCHARGE, BED);

        // then
        assertThat(picture(BED)).isEqualTo("unknown 0..10|second 10..60");
        assertThat(census.open("ana")).isEmpty();
    }

    @Test
    void aCancelledAdmissionWithoutAVisitEndsBoth() {
        // given
        merged();

        // when
        of("", 60, MovementAction.CANCEL_ADMIT, BED);

        // then
        assertThat(picture(BED)).isEqualTo("unknown 0..10");
        assertThat(census.open("ana")).isEmpty();
    }

    @Test
    void aCancelledAdmissionLeavesThePatientOnTheBedUnderAVisitWithoutANumber() {
        // given
        merged("");

        // when
        of("second", 60, MovementAction.CANCEL_ADMIT, BED);

        // then
        assertThat(picture(BED)).isEqualTo("unknown 0..10|second 10..");
        assertThat(census.open("ana"))
                .hasValueSatisfying(claim -> assertThat(claim.getVisit()).isEmpty());
    }

    private void merged() {
        merged("first");
    }

    private void merged(String first) {
        admitted(first);
        census = census.after(change("second", 10, MovementAction.ADMIT, "ana", BED, "", ""));
        merge();
    }

    private void admitted(String first) {
        census = census.after(change(first, 0, MovementAction.ADMIT, "unknown", BED, "", ""));
    }

    private void merge() {
        census = census.after(change("", 20, MovementAction.MERGE, "ana", "", "", "unknown"));
    }

    private void of(String visit, int minute, MovementAction action, String bed) {
        census = census.after(change(visit, minute, action, "ana", bed, "", ""));
    }

    private static CensusChange change(
            String visit,
            int minute,
            MovementAction action,
            String patient,
            String bed,
            String priorBed,
            String priorPatient) {
        Instant at = T0.plusSeconds(60L * minute);
        return new CensusChange(
                action,
                patient,
                patient.equals("unknown") ? "unknown" : "second",
                visit.isEmpty() ? List.of() : List.of(visit),
                bed,
                priorBed,
                priorPatient,
                at,
                NOW,
                at,
                null,
                AdministrativeSexRecord.UNKNOWN);
    }

    private String picture(String bed) {
        return String.join(
                "|",
                new StayConflictResolver(bed, census.claims(bed))
                        .resolved().getStays().stream()
                                .map(stay -> stay.getStay() + " " + minutes(stay.getFrom()) + ".."
                                        + (stay.getUntil() == null ? "" : minutes(stay.getUntil())))
                                .toList());
    }

    private static long minutes(Instant at) {
        return Duration.between(T0, at).toMinutes();
    }
}
