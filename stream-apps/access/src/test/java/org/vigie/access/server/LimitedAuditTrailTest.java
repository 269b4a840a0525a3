package org.vigie.access.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AccessDecision;
import org.vigie.access.AccessOperation;
import org.vigie.access.AccessRole;
import org.vigie.access.AuditedAccess;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;

class LimitedAuditTrailTest {
    private final List<AuditedAccess> recorded = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-29T08:00:00Z");
    private final LimitedAuditTrail trail = new LimitedAuditTrail(recorded::add, () -> now);

    @Test
    void sixtyRefusalsOfAMinuteAreRecordedAndTheOthersAreCounted() {
        // given
        record(AccessDecision.SECRET_WRONG, 100);
        assertThat(recorded).hasSize(60);

        // when
        now = now.plusSeconds(60);
        record(AccessDecision.SECRET_WRONG, 1);

        // then
        assertThat(recorded).hasSize(62);
        assertThat(recorded.get(60).attempt().detail()).isEqualTo("40 further refusals within a minute");
    }

    @Test
    void aFloodOfOnePrincipalHidesNoRefusalOfAnother() {
        // given
        record(AccessDecision.SECRET_WRONG, 100);
        Principal curious = Principal.of("cd", AccessRole.NURSE, UnitScope.of("REA"));

        // when
        trail.record(new AuditedAccess(
                AccessAttempt.of(curious, AccessOperation.READ_WARD, "GET /api/ward"),
                AccessDecision.UNIT_OUT_OF_SCOPE));

        // then
        assertThat(recorded).last().extracting(access -> access.attempt().who()).isEqualTo(curious);
    }

    @Test
    void whatWasPermittedIsAlwaysRecorded() {
        // given
        record(AccessDecision.ROLE_LACKS_RIGHT, 100);

        // when
        record(AccessDecision.PERMITTED, 100);

        // then
        assertThat(recorded)
                .filteredOn(access -> access.decision().isPermitted())
                .hasSize(100);
    }

    private void record(AccessDecision decision, int times) {
        var attempt = AccessAttempt.of(Principal.unknown(), AccessOperation.MANAGE_MODELS, "POST /load");
        for (int each = 0; each < times; each++) {
            trail.record(new AuditedAccess(attempt, decision));
        }
    }
}
