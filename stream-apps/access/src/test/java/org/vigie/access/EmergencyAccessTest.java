package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmergencyAccessTest {
    private static final Principal NURSE = Principal.of("n-1", AccessRole.NURSE, UnitScope.of("REA"));
    private static final String REASON = "arrêt cardiaque";

    private Instant now = Instant.parse("2026-11-29T23:30:00Z");
    private final AccessControl access = new AccessControl(AccessPolicy.standard(), new RecordedAudit(), () -> now);

    @Test
    void theHourEndsAtItsLastMoment() {
        // given
        access.breakGlass(NURSE, "CARDIO", REASON);

        // when
        now = now.plus(Duration.ofHours(1)).minusMillis(1);

        // then
        assertThat(read(NURSE, "CARDIO")).isEqualTo(AccessDecision.PERMITTED_IN_EMERGENCY);

        // when
        now = now.plusMillis(1);

        // then
        assertThat(read(NURSE, "CARDIO")).isEqualTo(AccessDecision.UNIT_OUT_OF_SCOPE);
        assertThat(access.scopeOf(NURSE)).isEqualTo(UnitScope.of("REA"));
    }

    @Test
    void eachUnitHasAnHourOfItsOwn() {
        // given
        access.breakGlass(NURSE, "CARDIO", REASON);
        now = now.plus(Duration.ofMinutes(30));
        access.breakGlass(NURSE, "NEURO", REASON);

        // when
        now = now.plus(Duration.ofMinutes(30));

        // then
        assertThat(access.scopeOf(NURSE)).isEqualTo(UnitScope.of("REA", "NEURO"));
    }

    @Test
    void whoBreaksTheGlassAgainHasAnotherHour() {
        // given
        access.breakGlass(NURSE, "CARDIO", REASON);
        now = now.plus(Duration.ofMinutes(59));

        // when
        access.breakGlass(NURSE, "CARDIO", REASON);
        now = now.plus(Duration.ofMinutes(59));

        // then
        assertThat(read(NURSE, "CARDIO")).isEqualTo(AccessDecision.PERMITTED_IN_EMERGENCY);
    }

    @Test
    void aGrantIsOfThePersonAndNotOfTheNameThatIsShown() {
        // given
        access.breakGlass(NURSE, "CARDIO", REASON);
        var namesake = new Principal("n-2", "n-1", Set.of(AccessRole.NURSE), UnitScope.of("REA"));

        // when, then
        assertThat(read(namesake, "CARDIO")).isEqualTo(AccessDecision.UNIT_OUT_OF_SCOPE);
    }

    @Test
    void aGrantAddsAUnitAndNoRight() {
        // given
        access.breakGlass(NURSE, "CARDIO", REASON);

        // when, then
        assertThat(read(NURSE.asWallScreen(), "CARDIO")).isEqualTo(AccessDecision.ROLE_LACKS_RIGHT);
    }

    @Test
    void whatTouchesAnOwnUnitIsNoEmergency() {
        // given
        access.breakGlass(NURSE, "CARDIO", REASON);
        var ofBoth = new AccessAttempt(NURSE, AccessOperation.READ_PATIENT, Set.of("CARDIO", "REA"), "s1", "trend");

        // when, then
        assertThat(access.decide(ofBoth)).isEqualTo(AccessDecision.PERMITTED);
    }

    @Test
    void aReasonHasFiveToFiveHundredCharactersWithoutItsBlanks() {
        assertThat(access.breakGlass(NURSE, "CARDIO", "  arrêt  ").isPermitted())
                .isTrue();
        assertThat(access.breakGlass(NURSE, "CARDIO", "x".repeat(500)).isPermitted())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> access.breakGlass(NURSE, "CARDIO", "x".repeat(501)))
                .withMessage("reason: must have 5 to 500 characters, had 501");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> access.breakGlass(NURSE, " ", REASON))
                .withMessage("unit: must be the name of one unit, was ' '");
    }

    private AccessDecision read(Principal who, String unit) {
        return access.decide(new AccessAttempt(who, AccessOperation.READ_PATIENT, Set.of(unit), unit + "/01", "trend"));
    }
}
