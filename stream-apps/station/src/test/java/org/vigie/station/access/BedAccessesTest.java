package org.vigie.station.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessOperation;
import org.vigie.schemas.AuditEvent;
import org.vigie.schemas.AuditOutcome;

class BedAccessesTest {
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");

    private final BedAccesses accesses = new BedAccesses();

    @Test
    void anOpenPageThatReadsEveryFewSecondsIsOneLook() {
        // when
        accesses.take(read("AB", "REA/01", 0));
        accesses.take(read("AB", "REA/01", 5));
        accesses.take(read("CD", "REA/01", 6));
        accesses.take(read("AB", "REA/01", 10));

        // then
        assertThat(accesses.of("REA/01", T0))
                .extracting(look -> look.user() + " " + seconds(look.from()) + "-" + seconds(look.until()))
                .containsExactly("AB 0-10", "CD 6-6");
    }

    @Test
    void afterTenMinutesWithoutAReadTheNextOneIsAnotherLook() {
        // when
        accesses.take(read("AB", "REA/01", 0));
        accesses.take(read("AB", "REA/01", 600));
        accesses.take(read("AB", "REA/01", 1201));

        // then
        assertThat(accesses.of("REA/01", T0))
                .extracting(look -> seconds(look.until()))
                .containsExactly(1201L, 600L);
    }

    @Test
    void whoLetsAResultOfThePatientBeComputedAgainHasLooked() {
        // given
        AuditEvent verified = read("CD", "REA/01", 1);
        verified.setOperation(AccessOperation.VERIFY_RESULT.name());

        // when
        accesses.take(verified);

        // then
        assertThat(accesses.of("REA/01", T0))
                .extracting(BedAccessSnapshot::user)
                .containsExactly("CD");
    }

    @Test
    void aRefusedReadAndAReadOfTheWholeWardAreNoLook() {
        // given
        AuditEvent refused = read("GH", "REA/01", 1);
        refused.setOutcome(AuditOutcome.REFUSED);
        AuditEvent ward = read("AB", "", 2);
        ward.setOperation(AccessOperation.READ_WARD.name());

        // when
        accesses.take(refused);
        accesses.take(ward);

        // then
        assertThat(accesses.of("REA/01", T0)).isEmpty();
        assertThat(accesses.of("", T0)).isEmpty();
    }

    @Test
    void aReadAfterTheGlassWasBrokenSaysSo() {
        // given
        AuditEvent event = read("GH", "REA/01", 1);
        event.setOutcome(AuditOutcome.EMERGENCY);

        // when
        accesses.take(event);

        // then
        assertThat(accesses.of("REA/01", T0)).singleElement().satisfies(look -> {
            assertThat(look.emergency()).isTrue();
            assertThat(look.user()).isEqualTo("GH");
        });
    }

    @Test
    void looksBeforeTheAdmissionOfThePresentPatientAreNotGiven() {
        // when
        accesses.take(read("AB", "REA/01", 0));

        // then
        assertThat(accesses.of("REA/01", T0.plusSeconds(1))).isEmpty();
    }

    @Test
    void theOldestLookOfABedIsForgottenFirst() {
        // when
        for (int hour = 0; hour < 101; hour++) {
            accesses.take(read("AB", "REA/01", Duration.ofHours(hour).toSeconds()));
        }

        // then
        assertThat(accesses.of("REA/01", T0)).hasSize(100);
        assertThat(accesses.of("REA/01", T0)).noneMatch(look -> look.from() == T0.toEpochMilli());
    }

    private static long seconds(long epochMillis) {
        return Duration.ofMillis(epochMillis - T0.toEpochMilli()).toSeconds();
    }

    private static AuditEvent read(String user, String bed, long second) {
        return AuditEvent.newBuilder()
                .setChain("station-1")
                .setSequence(1)
                .setAt(T0.plusSeconds(second))
                .setSource("station")
                .setActor(user)
                .setRole("nurse")
                .setOperation(AccessOperation.READ_PATIENT.name())
                .setOutcome(AuditOutcome.PERMITTED)
                .setPatient(bed)
                .build();
    }
}
