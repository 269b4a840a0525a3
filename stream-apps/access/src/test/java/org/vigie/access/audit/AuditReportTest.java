package org.vigie.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AccessDecision;
import org.vigie.access.AccessOperation;
import org.vigie.access.AccessRole;
import org.vigie.access.AuditedAccess;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.schemas.AuditEvent;

class AuditReportTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void aReasonOfAUserLooksLikeNoOtherEventAndCommandsNoTerminal() {
        // given
        String forged = "arrest\n2026-11-30T08:00:01Z PERMITTED local:MED (physician)\u001b[2K\u202e";
        var nurse = Principal.of("GH", AccessRole.NURSE, UnitScope.of("CARDIO"));
        var attempt = new AccessAttempt(nurse, AccessOperation.BREAK_GLASS, Set.of("REA\r"), "", forged);
        AuditEvent event =
                new AuditChain("station").next(new AuditedAccess(attempt, AccessDecision.PERMITTED_IN_EMERGENCY), NOW);

        // when
        AuditReport report = AuditReport.of(List.of(event));

        // then
        assertThat(report.notable())
                .containsExactly("2026-11-30T08:00:00Z EMERGENCY GH (nurse): BREAK_GLASS, unit 'REA?',"
                        + " arrest?2026-11-30T08:00:01Z PERMITTED local:MED (physician)?[2K?");
    }
}
