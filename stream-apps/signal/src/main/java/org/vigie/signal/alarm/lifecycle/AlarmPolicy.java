package org.vigie.signal.alarm.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.command.AlarmCommand.CommandType;

/**
 * Holds the alarm policy of a unit, which no user can change.
 *
 * @param latching the patient alarms that stay open until they are reset, unless they were acknowledged
 * @param escalation roles that are notified when nobody acknowledges; delays count from the raising and rise
 * @param maxPause longest audio pause
 * @param maxShelf longest shelving
 * @param rights commands that each role may send
 * @param limits how far and for how long a role may move a patient's limit
 */
public record AlarmPolicy(
        AlarmLatching latching,
        Map<AlarmPriority, List<EscalationStep>> escalation,
        Duration maxPause,
        Duration maxShelf,
        Map<String, Set<CommandType>> rights,
        PatientLimitPolicy limits) {

    public AlarmPolicy {
        escalation = Map.copyOf(escalation);
        rights = Map.copyOf(rights);
    }

    /** Creates a policy whose latching depends on the priority only and which does not bound the limits of patients. */
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
                PatientLimitPolicy.UNBOUNDED);
    }

    /** Describes one step of the escalation chain. */
    public record EscalationStep(Duration after, String to) {}

    /** Returns true when an alarm stays open after its condition has ended. */
    boolean latches(OpenAlarm open) {
        return latching.covers(open.alarm()) && !open.isAcknowledged();
    }

    boolean allows(String role, CommandType type) {
        return rights.getOrDefault(role, Set.of()).contains(type);
    }

    /** Returns the next escalation step of an alarm; empty for a risk and after the last step. */
    Optional<EscalationStep> next(OpenAlarm openAlarm) {
        if (openAlarm.alarm().kind() == AlarmRuleKind.RISK) {
            return Optional.empty();
        }
        List<EscalationStep> chain = escalation.getOrDefault(openAlarm.alarm().priority(), List.of());
        int taken = openAlarm.handling().escalation().steps();
        return taken < chain.size() ? Optional.of(chain.get(taken)) : Optional.empty();
    }
}
