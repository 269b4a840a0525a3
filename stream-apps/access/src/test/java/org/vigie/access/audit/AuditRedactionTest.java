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

class AuditRedactionTest {
    private static final Principal NURSE = Principal.of("n-1", AccessRole.NURSE, UnitScope.of("REA"));
    private static final Instant AT = Instant.parse("2026-11-29T08:00:00Z");

    private final AuditChain chain = new AuditChain("station");

    @Test
    void thePatientIsGoneAndTheChainIsWhole() {
        // given
        List<AuditEvent> trail = List.of(read("s-other"), read("s-erased"), read("s-other"), read("s-erased"));
        var redaction = new AuditRedaction(text -> text.contains("s-erased"));

        // when
        List<AuditEvent> after =
                trail.stream().map(event -> redaction.take(event).orElse(event)).toList();

        // then
        var check = new AuditChainCheck();
        assertThat(after).allSatisfy(event -> assertThat(check.take(event)).isEmpty());
        assertThat(after).extracting(AuditEvent::getPatient).containsExactly("s-other", "erased", "s-other", "erased");
        assertThat(after).extracting(AuditEvent::getActor).containsOnly("n-1");
        assertThat(redaction.redacted()).isEqualTo(2);
    }

    @Test
    void theEndOfEachChangedChainIsKnownBeforeAndAfter() {
        // given
        List<AuditEvent> trail = List.of(read("s-erased"), read("s-other"));
        var redaction = new AuditRedaction(text -> text.contains("s-erased"));

        // when
        List<AuditEvent> after =
                trail.stream().map(event -> redaction.take(event).orElse(event)).toList();
        assertThat(redaction.take(new AuditChain("registry").next(access("s-other"), AT)))
                .isEmpty();

        // then
        assertThat(redaction.ends())
                .containsExactly(new ResealedChain(
                        trail.get(1).getChain(),
                        trail.get(1).getHash(),
                        after.get(1).getHash()));
    }

    @Test
    void anEventBeforeThePatientAndAnotherChainStayAsTheyAre() {
        // given
        AuditEvent before = read("s-other");
        AuditEvent named = read("s-erased");
        AuditEvent elsewhere = new AuditChain("registry").next(access("s-other"), AT);
        var redaction = new AuditRedaction(text -> text.contains("s-erased"));

        // when, then
        assertThat(redaction.take(before)).isEmpty();
        assertThat(redaction.take(named)).isPresent();
        assertThat(redaction.take(elsewhere)).isEmpty();
    }

    private AuditEvent read(String patient) {
        return chain.next(access(patient), AT);
    }

    private static AuditedAccess access(String patient) {
        var attempt = new AccessAttempt(NURSE, AccessOperation.READ_PATIENT, Set.of("REA"), patient, "trend");
        return new AuditedAccess(attempt, AccessDecision.PERMITTED);
    }
}
