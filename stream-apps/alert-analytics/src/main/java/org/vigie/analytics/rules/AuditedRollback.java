package org.vigie.analytics.rules;

import java.util.function.Consumer;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AccessDecision;
import org.vigie.access.AccessOperation;
import org.vigie.access.AccessRole;
import org.vigie.access.AuditTrail;
import org.vigie.access.AuditedAccess;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.schemas.RulePublication;

/**
 * Publishes a rollback that no person asked for, and records it in the audit trail.
 *
 * @param publisher writes it to {@code rules.published}
 */
record AuditedRollback(Consumer<RulePublication> publisher, AuditTrail audit) implements Consumer<RulePublication> {
    private static final Principal PROGRAM = Principal.of(RuleBudgetWatch.AUTHOR, AccessRole.SERVICE, UnitScope.of());

    @Override
    public void accept(RulePublication restored) {
        publisher.accept(restored);
        var attempt =
                AccessAttempt.of(PROGRAM, AccessOperation.PUBLISH_RULES, new PublicationAuditText(restored).toString());
        audit.record(new AuditedAccess(attempt, AccessDecision.PERMITTED));
    }
}
