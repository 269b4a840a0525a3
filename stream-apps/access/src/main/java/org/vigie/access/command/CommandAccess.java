package org.vigie.access.command;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.AccessAttempt;
import org.vigie.access.AccessControl;
import org.vigie.access.AccessDecision;
import org.vigie.access.AccessOperation;
import org.vigie.access.AccessPolicy;
import org.vigie.access.AuditTrail;
import org.vigie.access.AuditedAccess;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;
import org.vigie.access.command.CommandAsker.Standing;

/**
 * Decides what a command may read or change of a ward, by the policy of the servers, and records it. The account that owns a development ward is not
 * asked for a role: it can read the files of the ward.
 */
public final class CommandAccess {
    private final AccessOperation right;
    private final CommandAsker asker;
    private final AuditTrail audit;
    private final AccessControl control;

    /** @param right that the command needs */
    CommandAccess(AccessOperation right, CommandAsker asker, AuditTrail audit) {
        this.right = right;
        this.asker = asker;
        this.audit = audit;
        this.control = new AccessControl(AccessPolicy.standard(), audit, InstantSource.system());
    }

    /** Returns the principal that a token proves; empty for the account that owns the ward. */
    public Optional<Principal> provenReader() {
        return Optional.of(asker.who()).filter(who -> asker.standing() == Standing.TOKEN);
    }

    /** Returns the units that may be read. */
    public UnitScope scope() {
        return asker.standing() == Standing.OWNER
                ? UnitScope.everyUnit()
                : asker.who().units();
    }

    /**
     * Decides a use that concerns every unit.
     *
     * @throws IllegalStateException when it is refused, with the reason
     */
    public void requireEveryUnit(String detail) {
        require(UnitScope.everyUnit().units(), "", detail);
    }

    /**
     * Decides one use and records it.
     *
     * @param units of which the reader must see one; empty when it concerns none
     * @param patient the stay; empty when it concerns no single patient
     * @param detail what is read, without patient data
     * @throws IllegalStateException when it is refused, with the reason
     */
    public void require(Set<String> units, String patient, String detail) {
        var attempt = new AccessAttempt(asker.who(), right, units, patient, detail);
        AccessDecision decision = decide(attempt);
        if (!decision.isPermitted()) {
            String reason = asker.reason().isEmpty() ? decision.reason() : asker.reason();
            throw new IllegalStateException(right + " is refused: " + reason);
        }
    }

    /**
     * Decides a change that concerns every unit, makes it, and records how it ended. An event that begins and has no end in the trail tells that
     * nobody knows: the command was killed.
     *
     * @param detail what is changed, without patient data
     * @throws E the failure of the change, once it is recorded
     * @throws IllegalStateException when it is refused, with the reason
     */
    public <E extends Exception> void change(String detail, PermittedChange<E> change) throws E {
        requireEveryUnit("begins: " + detail);
        try {
            change.make();
        } catch (Exception failure) {
            record("failed: " + detail + " (" + failure.getMessage() + ")");
            throw failure;
        }
        record("done: " + detail);
    }

    /** Records what became of a use that was permitted. */
    public void record(String detail) {
        var attempt = AccessAttempt.of(asker.who(), right, detail);
        audit.record(new AuditedAccess(attempt, AccessDecision.PERMITTED));
    }

    private AccessDecision decide(AccessAttempt attempt) {
        return switch (asker.standing()) {
            case OWNER -> {
                audit.record(new AuditedAccess(attempt, AccessDecision.PERMITTED));
                yield AccessDecision.PERMITTED;
            }
            case WRONG_TOKEN -> {
                control.refuseLogIn(asker.who(), attempt.operation() + ": " + attempt.detail());
                yield AccessDecision.SECRET_WRONG;
            }
            case TOKEN, NO_TOKEN -> control.decide(attempt);
        };
    }
}
