package org.vigie.signal.alarm.incident;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.event.CallReason;

/** Decides whether a new, more urgent or unshelved alarm calls people, or only extends what they were called for. */
public final class IncidentCallRules {
    private final IncidentPolicy policy;

    public IncidentCallRules(IncidentPolicy policy) {
        this.policy = policy;
    }

    /** Returns the incident before an event at {@code at}. */
    public Incident until(Incident incident, Instant at) {
        return incident.until(at, policy.window());
    }

    /**
     * Returns why a change of an alarm that is not shelved calls people; empty when it does not.
     *
     * @param before incident before the change
     * @param changed alarm after the change
     * @param change RAISED, UPGRADED or UNSHELVED
     * @param settled true when the incident is acknowledged, or its escalation chain has no further step
     */
    public Optional<CallReason> reason(Incident before, Alarm changed, AlarmEventKind change, boolean settled) {
        if (!policy.calls().reaches(changed.priority())) {
            return Optional.empty();
        }
        if (before.calls().count() == 0) {
            return Optional.of(CallReason.OPENED);
        }
        if (isUncovered(before, changed, change)) {
            return Optional.of(reasonOfUncovered(before, changed));
        }
        boolean extendsOnly = !settled || changed.priority() == AlarmPriority.LOW;
        return extendsOnly ? Optional.empty() : reasonOfSettled(before, changed, change);
    }

    /** Returns true for an alarm that no call covers. An acknowledgement does not cover a later HIGH alarm. */
    private static boolean isUncovered(Incident before, Alarm changed, AlarmEventKind change) {
        @Nullable AlarmPriority covered = before.calls().priorityOrNull();
        boolean highAfterAnswer = before.isAcknowledged()
                && changed.priority() == AlarmPriority.HIGH
                && change != AlarmEventKind.UNSHELVED;
        return covered == null || changed.priority().isAbove(covered) || highAfterAnswer;
    }

    /** Returns why an alarm calls that no call covers. It is more urgent only beside a milder alarm that is open. */
    public static CallReason reasonOfUncovered(Incident before, Alarm changed) {
        @Nullable AlarmPriority open = before.levelOrNull();
        boolean rises = open != null && changed.priority().isAbove(open);
        return rises ? CallReason.MORE_URGENT : CallReason.FURTHER_ALARM;
    }

    private Optional<CallReason> reasonOfSettled(Incident before, Alarm changed, AlarmEventKind change) {
        if (!before.organSystems().contains(policy.organSystem(changed.rule()))) {
            return Optional.of(CallReason.NEW_ORGAN_SYSTEM);
        }
        return change == AlarmEventKind.UNSHELVED ? Optional.of(CallReason.STILL_TRUE) : Optional.empty();
    }
}
