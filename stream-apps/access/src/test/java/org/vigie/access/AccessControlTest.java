package org.vigie.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessControlTest {
    private static final Principal NURSE = Principal.of("n-1", AccessRole.NURSE, UnitScope.of("REA"));

    private Instant now = Instant.parse("2026-11-29T08:00:00Z");
    private final RecordedAudit audit = new RecordedAudit();
    private final AccessControl access = new AccessControl(AccessPolicy.standard(), audit, () -> now);

    @Test
    void aPatientOfTheOwnUnitIsReadAndThatIsRecorded() {
        assertThat(access.decide(trend("REA"))).isEqualTo(AccessDecision.PERMITTED);
        assertThat(audit.recorded()).containsExactly(new AuditedAccess(trend("REA"), AccessDecision.PERMITTED));
    }

    @Test
    void aPatientOfAnotherUnitIsRefusedAndThatIsRecorded() {
        assertThat(access.decide(trend("CARDIO"))).isEqualTo(AccessDecision.UNIT_OUT_OF_SCOPE);
        assertThat(audit.recorded()).hasSize(1);
    }

    @Test
    void aRoleWithoutTheRightIsRefusedInItsOwnUnit() {
        // given
        var screen = NURSE.asWallScreen();
        var attempt = new AccessAttempt(screen, AccessOperation.COMMAND_ALARMS, Set.of("REA"), "s1", "SHELVE");

        // when, then
        assertThat(access.decide(attempt)).isEqualTo(AccessDecision.ROLE_LACKS_RIGHT);
    }

    @Test
    void whatAPrincipalMayUseIsWhatTheTableGrants() {
        assertThat(access.operationsOf(NURSE))
                .contains(AccessOperation.READ_PAST, AccessOperation.COMMAND_ALARMS)
                .doesNotContain(AccessOperation.VERIFY_RESULT);
        assertThat(access.operationsOf(NURSE.asWallScreen()))
                .contains(AccessOperation.READ_WARD)
                .doesNotContain(AccessOperation.READ_PAST);
        assertThat(access.operationsOf(Principal.unknown())).isEmpty();
    }

    @Test
    void whatIsNotAuditedIsRecordedOnlyWhenItIsRefused() {
        // when
        access.decide(AccessAttempt.of(NURSE, AccessOperation.OPEN_PAGE, "/"));
        // then
        assertThat(audit.recorded()).isEmpty();

        // when
        access.decide(AccessAttempt.of(NURSE, AccessOperation.READ_METRICS, "/metrics"));
        // then
        assertThat(audit.recorded()).hasSize(1);
    }

    @Test
    void brokenGlassOpensOneUnitToOnePersonForAnHour() {
        // when
        access.breakGlass(NURSE, "CARDIO", "arrêt cardiaque lit 4");

        // then
        assertThat(access.decide(trend("CARDIO"))).isEqualTo(AccessDecision.PERMITTED_IN_EMERGENCY);
        assertThat(access.scopeOf(NURSE).covers("CARDIO")).isTrue();
        assertThat(access.decide(trend("NEURO"))).isEqualTo(AccessDecision.UNIT_OUT_OF_SCOPE);
        assertThat(access.scopeOf(Principal.of("n-2", AccessRole.NURSE, UnitScope.of("REA")))
                        .covers("CARDIO"))
                .isFalse();

        // when
        now = now.plus(Duration.ofHours(1));

        // then
        assertThat(access.decide(trend("CARDIO"))).isEqualTo(AccessDecision.UNIT_OUT_OF_SCOPE);
    }

    @Test
    void brokenGlassIsRecordedWithItsReason() {
        // when
        access.breakGlass(NURSE, "CARDIO", "arrêt cardiaque lit 4");

        // then
        assertThat(audit.recorded()).singleElement().satisfies(recorded -> {
            assertThat(recorded.decision()).isEqualTo(AccessDecision.PERMITTED_IN_EMERGENCY);
            assertThat(recorded.attempt().detail()).isEqualTo("arrêt cardiaque lit 4");
        });
    }

    @Test
    void theGlassIsNotBrokenWithoutAReasonNorByAScreenNorForEveryUnit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> access.breakGlass(NURSE, "CARDIO", " ok "))
                .withMessageContaining("reason: must have 5 to 500 characters, had 2");
        assertThatIllegalArgumentException().isThrownBy(() -> access.breakGlass(NURSE, "*", "arrêt cardiaque"));
        assertThat(access.breakGlass(NURSE.asWallScreen(), "CARDIO", "arrêt cardiaque")
                        .isPermitted())
                .isFalse();
        assertThat(access.decide(trend("CARDIO")).isPermitted()).isFalse();
    }

    @Test
    void whoMayNotBreakTheGlassLearnsNothingAboutTheFormAndIsRecorded() {
        // when
        AccessDecision decision = access.breakGlass(NURSE.asWallScreen(), "", "x".repeat(10_000));

        // then
        assertThat(decision).isEqualTo(AccessDecision.ROLE_LACKS_RIGHT);
        assertThat(audit.recorded())
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.attempt().detail()).hasSize(500));
    }

    @Test
    void whoMayBreakTheGlassOpensNoUnitWithALongName() {
        // when
        assertThatIllegalArgumentException()
                .isThrownBy(() -> access.breakGlass(NURSE, "x".repeat(257), "arrêt cardiaque"))
                .withMessage("unit: must have at most 256 characters, had 257");

        // then
        assertThat(audit.recorded()).isEmpty();
        assertThat(access.breakGlass(NURSE, "x".repeat(256), "arrêt cardiaque").isPermitted())
                .isTrue();
    }

    @Test
    void aRefusedRequestOfALongUnitWritesItsBeginningAlone() {
        // when
        access.breakGlass(NURSE.asWallScreen(), "x".repeat(10_000), "arrêt cardiaque");

        // then
        assertThat(audit.recorded())
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.attempt().units()).containsExactly("x".repeat(256)));
    }

    @Test
    void aWrongSecretIsRecordedAsARefusal() {
        access.refuseLogIn(NURSE, "PIN of MED");

        assertThat(audit.recorded()).singleElement().satisfies(recorded -> {
            assertThat(recorded.attempt().operation()).isEqualTo(AccessOperation.LOG_IN);
            assertThat(recorded.decision().isPermitted()).isFalse();
        });
    }

    private static AccessAttempt trend(String unit) {
        return new AccessAttempt(NURSE, AccessOperation.READ_PATIENT, Set.of(unit), unit + "/01", "trend");
    }
}
