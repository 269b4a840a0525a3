package org.vigie.local.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;

class PatientStaysTest {
    private static final String CLAIMED = "vigie.ward.stays.claimed";
    private static final String CURRENT = "vigie.ward.stays.current";
    private static final Instant IN = Instant.parse("2026-11-29T08:00:00Z");
    private static final Instant OUT = IN.plus(Duration.ofHours(12));
    private static final Instant CONTRADICTED = IN.plus(Duration.ofHours(10));

    private final PatientStays stays = new PatientStays(Set.of("p-1"));

    @Test
    void aPatientWhoStillLiesOnABedIsFoundThere() {
        // when
        stays.take(CURRENT, bed(stay("s-1", "p-1", IN, null)));

        // then
        assertThat(stays.openBed()).hasValue("REA/03");
    }

    @Test
    void anOpenClaimIsFoundUnderAConflict() {
        // when
        stays.take(CLAIMED, bed(stay("s-1", "p-1", IN, null), stay("s-2", "p-2", IN, null)));
        stays.take(CURRENT, bed(stay("conflict-1", "conflict-1", IN, null)));

        // then
        assertThat(stays.openBed()).hasValue("REA/03");
    }

    @Test
    void aConflictDuringTheClaimIsOfThePatientAndTheClaimsWholeTimeToo() {
        // when
        stays.take(CLAIMED, bed(stay("s-1", "p-1", IN, OUT), stay("s-2", "p-2", CONTRADICTED, null)));
        stays.take(
                CURRENT,
                bed(
                        stay("conflict-0", "conflict-0", IN.minusSeconds(60), IN),
                        stay("s-1", "p-1", IN, CONTRADICTED),
                        stay("conflict-1", "conflict-1", CONTRADICTED, OUT)));
        ErasedPatient patient = stays.patient("4410077");

        // then
        assertThat(patient.stays()).containsExactlyInAnyOrder("s-1", "conflict-1");
        assertThat(patient.layOn("REA/03", OUT.minusSeconds(1))).isTrue();
    }

    @Test
    void aStayThatOnlyAnArchiveListsIsKnown() {
        // when
        stays.takeArchived(stay("s-1", "p-1", IN, null));
        assertThat(stays.gaps()).singleElement().asString().contains("the end of 1 stays is not known");
        stays.takeArchived(stay("s-1", "p-1", IN, OUT));

        // then
        assertThat(stays.patient("4410077").stays()).containsExactly("s-1");
        assertThat(stays.patient("4410077").layOn("REA/03", IN)).isTrue();
        assertThat(stays.gaps()).isEmpty();
    }

    @Test
    void theBrokerKnowsBetterThanAnArchiveWhenAStayEnded() {
        // when
        stays.takeArchived(stay("s-1", "p-1", IN, OUT));
        stays.take(CURRENT, bed(stay("s-1", "p-1", IN, CONTRADICTED)));

        // then
        assertThat(stays.patient("4410077").layOn("REA/03", CONTRADICTED.plusSeconds(1)))
                .isFalse();
    }

    @Test
    void whatArrivedInTheSecondOfTheDischargeIsOfThePatient() {
        // when
        stays.take(CURRENT, bed(stay("s-1", "p-1", IN, IN)));

        // then
        assertThat(stays.patient("4410077").layOn("REA/03", IN.plusMillis(900))).isTrue();
    }

    @Test
    void aPatientWithoutAnyStayIsAGap() {
        assertThat(stays.gaps()).singleElement().asString().startsWith("no stay of this patient is known");
    }

    private static BedStays bed(Stay... stays) {
        return new BedStays("REA/03", List.of(stays));
    }

    private static Stay stay(String name, String patient, Instant from, Instant until) {
        return Stay.newBuilder()
                .setStay(name)
                .setPatient(patient)
                .setBed("REA/03")
                .setFrom(from)
                .setUntil(until)
                .setAdmittedAt(from)
                .build();
    }
}
