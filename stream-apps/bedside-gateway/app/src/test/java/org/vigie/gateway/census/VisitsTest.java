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
import org.vigie.schemas.Stay;

/**
 * Tests one patient with several visits: a movement concerns the visit that it names. {@code E} is the emergency's,
 * {@code H} the hospital's.
 */
class VisitsTest {
    private static final Instant T0 = Instant.parse("2026-11-28T15:35:00Z");
    private static final Instant NOW = T0.plus(Duration.ofDays(1));
    private static final String URGENT = "URG/B2";
    private static final String ICU = "TST/16";

    private BedCensus census = BedCensus.empty();

    @Test
    void theEndOfTheEmergencyVisitDoesNotEndTheStayItLedTo() {
        // given
        admittedThroughTheEmergency();

        // when
        at(20, MovementAction.DISCHARGE, "E", URGENT);

        // then
        assertThat(claims(URGENT)).containsExactly("0..10");
        assertThat(claims(ICU)).containsExactly("10..");
    }

    @ParameterizedTest
    @CsvSource({
        "DISCHARGE, E, TST/16, ''",
        "DISCHARGE, E, '', ''",
        "DISCHARGE, unknown, URG/B2, ''",
        "DISCHARGE, unknown, TST/16, ''",
        "DISCHARGE, '', URG/B2, ''",
        "DISCHARGE, '', '', ''",
        "CANCEL_ADMIT, E, URG/B2, ''",
        "CANCEL_ADMIT, '', URG/B2, ''",
        "CANCEL_TRANSFER, E, URG/B2, ''",
        "CANCEL_DISCHARGE, E, URG/B2, ''",
        "TRANSFER, E, URG/B3, URG/B2",
        "UPDATE, E, TST/16, ''",
        "UPDATE, E, URG/B2, ''",
    })
    void aMovementOfAnotherVisitDoesNotChangeTheStay(MovementAction action, String visit, String bed, String prior) {
        // given
        admittedThroughTheEmergency();
        BedCensus before = census;

        // when
        at(20, action, visit, bed, prior);

        // then
        assertThat(census.changedSince(before)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"H, TST/16", "H, ''", "H, REA/99", "'', TST/16"})
    void theStayEndsWithItsOwnVisitOrWithoutANumberAtItsBed(String visit, String bed) {
        // given
        admittedThroughTheEmergency();

        // when
        at(20, MovementAction.DISCHARGE, visit, bed);

        // then
        assertThat(claims(ICU)).containsExactly("10..20");
    }

    @Test
    void aDischargeThatIsTakenBackIsThatOfTheVisitItNames() {
        // when
        at(0, MovementAction.ADMIT, "E", URGENT);
        at(5, MovementAction.DISCHARGE, "E", URGENT);
        at(10, MovementAction.ADMIT, "H", ICU);
        at(20, MovementAction.DISCHARGE, "H", ICU);
        at(21, MovementAction.CANCEL_DISCHARGE, "E", URGENT);

        // then
        assertThat(claims(URGENT)).containsExactly("0..");
        assertThat(claims(ICU)).containsExactly("10..20");
    }

    @Test
    void anEmergencyAdmissionThatComesLateIsOverWhenTheStayBegins() {
        // when
        at(10, MovementAction.ADMIT, "H", ICU);
        at(0, MovementAction.ADMIT, "E", URGENT);
        at(20, MovementAction.DISCHARGE, "E", URGENT);

        // then
        assertThat(claims(URGENT)).containsExactly("0..10");
        assertThat(claims(ICU)).containsExactly("10..");
    }

    @Test
    void aTransferThatComesWithANewNumberKeepsThePatientAndTheNewNumberEndsTheStay() {
        // when
        at(0, MovementAction.ADMIT, "E", URGENT);
        at(10, MovementAction.TRANSFER, "H", ICU, URGENT);
        at(20, MovementAction.DISCHARGE, "E", URGENT);

        // then
        assertThat(claims(ICU)).containsExactly("10..");

        // when
        at(30, MovementAction.DISCHARGE, "H", ICU);

        // then
        assertThat(claims(ICU)).containsExactly("10..30");
    }

    @ParameterizedTest
    @CsvSource({"UPDATE", "ADMIT", "TRANSFER"})
    void aNewVisitNumberOnTheSameBedBelongsToTheStay(MovementAction action) {
        // when
        at(0, MovementAction.ADMIT, "E", ICU);
        at(10, action, "H", ICU);
        at(20, MovementAction.DISCHARGE, "H", "");

        // then
        assertThat(claims(ICU)).containsExactly("0..20");
    }

    @Test
    void aPatientWithoutAVisitNumberIsDischargedWithoutABed() {
        // when
        at(0, MovementAction.ADMIT, "", ICU);
        at(20, MovementAction.DISCHARGE, "", "");

        // then
        assertThat(claims(ICU)).containsExactly("0..20");
    }

    @Test
    void aStayWithoutANumberEndsAtItsBedAndAtNoOther() {
        // when
        at(0, MovementAction.ADMIT, "", ICU);
        at(10, MovementAction.DISCHARGE, "E", URGENT);

        // then
        assertThat(claims(ICU)).containsExactly("0..");

        // when
        at(20, MovementAction.DISCHARGE, "E", ICU);

        // then
        assertThat(claims(ICU)).containsExactly("0..20");
    }

    @Test
    void anotherPatientsMergeKeepsTheVisitsApart() {
        // given
        admittedThroughTheEmergency();
        census = census.after(change(15, MovementAction.MERGE, "", "", "", "other", "ana"));

        // when
        census = census.after(change(20, MovementAction.DISCHARGE, "E", URGENT, "", "other", ""));

        // then
        assertThat(claims(ICU)).containsExactly("10..");

        // when
        census = census.after(change(30, MovementAction.DISCHARGE, "H", ICU, "", "other", ""));

        // then
        assertThat(claims(ICU)).containsExactly("10..30");
    }

    @ParameterizedTest
    @CsvSource({"R, RADIO/1", "'', RADIO/1", "H, RADIO/1", "R, ''"})
    void whoIsRegisteredAsAnOutpatientStaysOnTheBed(String visit, String place) {
        // given
        admittedThroughTheEmergency();
        BedCensus before = census;

        // when
        at(20, MovementAction.REGISTER, visit, place);

        // then
        assertThat(census.changedSince(before)).isEmpty();
    }

    @Test
    void anOutpatientWithoutABedIsAssignedToThePlaceOfRegistration() {
        // when
        at(0, MovementAction.REGISTER, "R", "JOUR/3");
        at(10, MovementAction.DISCHARGE, "R", "JOUR/3");
        at(20, MovementAction.REGISTER, "R2", "JOUR/4");

        // then
        assertThat(claims("JOUR/3")).containsExactly("0..10");
        assertThat(claims("JOUR/4")).containsExactly("20..");
    }

    private void admittedThroughTheEmergency() {
        at(0, MovementAction.ADMIT, "E", URGENT);
        at(10, MovementAction.ADMIT, "H", ICU);
    }

    private void at(int second, MovementAction action, String visit, String bed) {
        at(second, action, visit, bed, "");
    }

    private void at(int second, MovementAction action, String visit, String bed, String priorBed) {
        census = census.after(change(second, action, visit, bed, priorBed, "ana", ""));
    }

    private static CensusChange change(
            int second,
            MovementAction action,
            String visit,
            String bed,
            String priorBed,
            String patient,
            String priorPatient) {
        Instant at = T0.plusSeconds(second);
        List<String> visits =
                visit.isEmpty() ? List.of() : List.of(visit + " by the new key", visit + " by the old key");
        return new CensusChange(
                action,
                patient,
                "stay",
                visits,
                bed,
                priorBed,
                priorPatient,
                at,
                NOW,
                at,
                null,
                AdministrativeSexRecord.UNKNOWN);
    }

    private List<String> claims(String bed) {
        return census.claims(bed).stream().map(VisitsTest::words).toList();
    }

    private static String words(Stay claim) {
        String until = claim.getUntil() == null ? "" : Long.toString(seconds(claim.getUntil()));
        return seconds(claim.getFrom()) + ".." + until;
    }

    private static long seconds(Instant at) {
        return Duration.between(T0, at).toSeconds();
    }
}
