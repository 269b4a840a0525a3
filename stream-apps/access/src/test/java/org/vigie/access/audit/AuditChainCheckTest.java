package org.vigie.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
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
import org.vigie.schemas.AuditOutcome;

class AuditChainCheckTest {
    private static final Instant AT = Instant.parse("2026-11-29T08:00:00Z");
    private static final Principal NURSE = Principal.of("n-1", AccessRole.NURSE, UnitScope.of("REA"));

    private final AuditChainCheck check = new AuditChainCheck();

    @Test
    void twoChainsThatNobodyChangedAreWhole() {
        assertThat(breaches(chain())).isEmpty();
        assertThat(breaches(chain())).isEmpty();
        assertThat(check.chains()).isEqualTo(2);
        assertThat(check.events()).isEqualTo(6);
    }

    @Test
    void anEventThatSaysSomethingElseIsFound() {
        // given
        List<AuditEvent> events = chain();
        // when
        events.get(1).setActor("n-2");

        // then
        assertThat(breaches(events)).contains("its hash is not that of its content");
    }

    @Test
    void aMissingEventIsFound() {
        // given
        List<AuditEvent> events = chain();
        // when
        events.remove(1);

        // then
        assertThat(breaches(events)).containsExactly("event 2 is missing before event 3");
    }

    @Test
    void anEventThatWasReplacedWithAHashOfItsOwnIsFound() {
        // given
        List<AuditEvent> events = chain();
        events.get(1).setActor("n-2");
        // when
        events.get(1).setHash(AuditChain.HASH.of(events.get(1)));

        // then
        assertThat(breaches(events)).containsExactly("it does not hold the hash of the event before it");
    }

    @Test
    void anEventThatWasSentAgainBreaksNothing() {
        // given
        List<AuditEvent> events = chain();
        // when
        events.add(2, events.get(1));

        // then
        assertThat(breaches(events)).isEmpty();
    }

    @Test
    void theReportListsRefusalsAndEmergencies() {
        // when
        AuditReport report = AuditReport.of(chain());

        // then
        assertThat(report.byUse())
                .containsEntry("n-1 READ_PATIENT PERMITTED", 1L)
                .containsEntry("n-1 READ_PATIENT REFUSED", 1L)
                .containsEntry("n-1 READ_PATIENT EMERGENCY", 1L);
        assertThat(report.notable())
                .containsExactly(
                        "2026-11-29T08:00:00Z REFUSED n-1 (nurse): READ_PATIENT, unit 'REA', trend",
                        "2026-11-29T08:00:00Z EMERGENCY n-1 (nurse): READ_PATIENT, unit 'REA', trend");
        assertThat(chain()).extracting(AuditEvent::getOutcome).doesNotContain(AuditOutcome.UNKNOWN);
    }

    private List<String> breaches(List<AuditEvent> events) {
        return events.stream().flatMap(event -> check.take(event).stream()).toList();
    }

    private static List<AuditEvent> chain() {
        var chain = new AuditChain("station");
        var attempt = new AccessAttempt(NURSE, AccessOperation.READ_PATIENT, Set.of("REA"), "REA/01", "trend");
        List<AuditEvent> events = new ArrayList<>();
        for (AccessDecision decision : List.of(
                AccessDecision.PERMITTED, AccessDecision.UNIT_OUT_OF_SCOPE, AccessDecision.PERMITTED_IN_EMERGENCY)) {
            events.add(chain.next(new AuditedAccess(attempt, decision), AT));
        }
        return events;
    }
}
