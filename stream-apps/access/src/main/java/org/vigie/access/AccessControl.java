package org.vigie.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides every attempt in one place and writes it to the audit trail. Safe for several threads. */
public final class AccessControl {
    private static final Logger LOG = LoggerFactory.getLogger(AccessControl.class);
    private static final Duration EMERGENCY = Duration.ofHours(1);

    private final AccessPolicy policy;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final List<BreakGlassGrant> grants = new CopyOnWriteArrayList<>();

    public AccessControl(AccessPolicy policy, AuditTrail audit, InstantSource clock) {
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** Decides an attempt and records it: every refusal, and every permitted use of an operation that is audited. */
    public AccessDecision decide(AccessAttempt attempt) {
        AccessDecision decision = judge(attempt);
        if (!decision.isPermitted() || attempt.operation().isAudited()) {
            audit.record(new AuditedAccess(attempt, decision));
        }
        return decision;
    }

    /** Returns the operations that a principal may use. A page offers these only; each use is decided again. */
    public Set<AccessOperation> operationsOf(Principal who) {
        Set<AccessOperation> all = EnumSet.allOf(AccessOperation.class);
        all.removeIf(operation -> !policy.permits(who.roles(), operation));
        return all;
    }

    /** Returns the units that a principal may see now, with those opened in an emergency. */
    public UnitScope scopeOf(Principal who) {
        UnitScope scope = who.units();
        for (BreakGlassGrant grant : grants) {
            scope = grant.holds(who.subject(), clock.instant()) ? scope.with(grant.unit()) : scope;
        }
        return scope;
    }

    /**
     * Opens a unit to a principal for an hour. The audit trail and the log record it with its reason.
     *
     * @return the decision; the unit is open when it is permitted
     * @throws IllegalArgumentException when the principal has the right, and the unit or the reason is missing or too long
     */
    public AccessDecision breakGlass(Principal who, String unit, String reason) {
        if (!policy.permits(who.roles(), AccessOperation.BREAK_GLASS)) {
            return recorded(
                    who,
                    BreakGlassGrant.shortenedUnit(unit),
                    BreakGlassGrant.shortenedReason(reason),
                    AccessDecision.ROLE_LACKS_RIGHT);
        }
        Instant until = clock.instant().plus(EMERGENCY);
        var grant = new BreakGlassGrant(who.subject(), unit, reason.strip(), until);
        AccessDecision decision = recorded(who, unit, grant.reason(), AccessDecision.PERMITTED_IN_EMERGENCY);
        open(grant);
        return decision;
    }

    private AccessDecision recorded(Principal who, String unit, String reason, AccessDecision decision) {
        var attempt = new AccessAttempt(who, AccessOperation.BREAK_GLASS, Set.of(unit), "", reason);
        audit.record(new AuditedAccess(attempt, decision));
        return decision;
    }

    /**
     * Records that a secret did not prove the user whom it was given for.
     *
     * @param who whose session it came from
     * @param detail how the log-in was tried
     */
    public void refuseLogIn(Principal who, String detail) {
        var attempt = AccessAttempt.of(who, AccessOperation.LOG_IN, detail);
        audit.record(new AuditedAccess(attempt, AccessDecision.SECRET_WRONG));
    }

    private void open(BreakGlassGrant grant) {
        grants.removeIf(old -> !clock.instant().isBefore(old.until()));
        grants.add(grant);
        LOG.warn("BREAK-GLASS: {} opened unit {} until {}", grant.subject(), grant.unit(), grant.until());
    }

    private AccessDecision judge(AccessAttempt attempt) {
        Principal who = attempt.who();
        if (!policy.permits(who.roles(), attempt.operation())) {
            return AccessDecision.ROLE_LACKS_RIGHT;
        }
        if (attempt.units().isEmpty() || attempt.units().stream().anyMatch(who.units()::covers)) {
            return AccessDecision.PERMITTED;
        }
        return attempt.units().stream().anyMatch(scopeOf(who)::covers)
                ? AccessDecision.PERMITTED_IN_EMERGENCY
                : AccessDecision.UNIT_OUT_OF_SCOPE;
    }
}
