package org.vigie.signal.alarm.incident;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.CallReason;

/** Decides whether a new or more urgent alarm calls people, or only extends what they were called for. */
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
     */
    public Optional<CallReason> reason(Incident before, Alarm changed) {
        if (before.calls().count() == 0) {
            return Optional.of(CallReason.OPENED);
        }
        @Nullable AlarmPriority covered = before.calls().priorityOrNull();
        if (covered == null || changed.priority().isAbove(covered)) {
            return Optional.of(CallReason.MORE_URGENT);
        }
        return isNewOrganSystem(before, changed) ? Optional.of(CallReason.NEW_ORGAN_SYSTEM) : Optional.empty();
    }

    /** Returns true for another organ system after the acknowledgement. A LOW alarm only extends an incident. */
    private boolean isNewOrganSystem(Incident before, Alarm changed) {
        return before.isAcknowledged()
                && changed.priority() != AlarmPriority.LOW
                && !before.organSystems().contains(policy.organSystem(changed.rule()));
    }
}
