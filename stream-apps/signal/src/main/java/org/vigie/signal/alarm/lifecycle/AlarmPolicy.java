package org.vigie.signal.alarm.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.command.AlarmCommand.CommandType;
import org.vigie.signal.alarm.incident.EscalationProgress;
import org.vigie.signal.alarm.incident.IncidentPolicy;

/**
 * Holds the alarm policy of a unit, which no user can change.
 *
 * @param latching the patient alarms that stay open until they are reset, unless they were acknowledged
 * @param escalation roles that are notified when nobody acknowledges; delays count from the raising and rise
 * @param maxPause longest audio pause
 * @param maxShelf longest shelving
 * @param rights commands that each role may send; who may acknowledge an alarm may acknowledge an incident
 * @param limits how far and for how long a role may move a patient's limit
 * @param incidents which alarms are called together, and when they call again
 */
public record AlarmPolicy(
        AlarmLatching latching,
        Map<AlarmPriority, List<EscalationStep>> escalation,
        Duration maxPause,
        Duration maxShelf,
        Map<String, Set<CommandType>> rights,
        PatientLimitPolicy limits,
        IncidentPolicy incidents) {

    public AlarmPolicy {
        escalation = Map.copyOf(escalation);
        rights = Map.copyOf(rights);
    }

    /**
     * Creates a policy whose latching depends on the priority only, which does not bound the limits of patients, and which has the standard
     * rules for incidents.
     */
    public AlarmPolicy(
            Set<AlarmPriority> latching,
            Map<AlarmPriority, List<EscalationStep>> escalation,
            Duration maxPause,
            Duration maxShelf,
            Map<String, Set<CommandType>> rights) {
        this(
                new AlarmLatching(latching, Map.of()),
                escalation,
                maxPause,
                maxShelf,
                rights,
                PatientLimitPolicy.UNBOUNDED,
                IncidentPolicy.STANDARD);
    }

    /** Returns the policy with other rules for incidents. */
    public AlarmPolicy with(IncidentPolicy other) {
        return new AlarmPolicy(latching, escalation, maxPause, maxShelf, rights, limits, other);
    }

    /** Describes one step of the escalation chain. */
    public record EscalationStep(Duration after, String to) {}

    /** Returns true when an alarm stays open after its condition has ended. */
    boolean latches(OpenAlarm open) {
        return latching.covers(open.alarm()) && !open.isAcknowledged();
    }

    boolean allows(String role, CommandType type) {
        CommandType needed = type == CommandType.ACKNOWLEDGE_INCIDENT ? CommandType.ACKNOWLEDGE : type;
        return rights.getOrDefault(role, Set.of()).contains(needed);
    }

    /** Returns the newest escalation step that a priority has taken; empty when it took none, or has fewer steps. */
    Optional<EscalationStep> taken(AlarmPriority priority, EscalationProgress progress) {
        List<EscalationStep> chain = escalation.getOrDefault(priority, List.of());
        int taken = progress.steps();
        return taken > 0 && taken <= chain.size() ? Optional.of(chain.get(taken - 1)) : Optional.empty();
    }

    /** Returns the next escalation step of a priority; empty after the last step. */
    Optional<EscalationStep> next(AlarmPriority priority, EscalationProgress progress) {
        List<EscalationStep> chain = escalation.getOrDefault(priority, List.of());
        int taken = progress.steps();
        return taken < chain.size() ? Optional.of(chain.get(taken)) : Optional.empty();
    }
}
