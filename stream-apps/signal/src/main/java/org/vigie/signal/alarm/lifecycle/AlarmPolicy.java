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
 * @param latching priorities of the patient alarms that stay open until they are reset, unless they were acknowledged
 * @param escalation roles that are notified when nobody acknowledges; delays count from the raising and rise
 * @param maxPause longest audio pause
 * @param maxShelf longest shelving
 * @param rights commands that each role may send
 */
public record AlarmPolicy(
        Set<AlarmPriority> latching,
        Map<AlarmPriority, List<EscalationStep>> escalation,
        Duration maxPause,
        Duration maxShelf,
        Map<String, Set<CommandType>> rights) {

    public AlarmPolicy {
        latching = Set.copyOf(latching);
        escalation = Map.copyOf(escalation);
        rights = Map.copyOf(rights);
    }

    /** Describes one step of the escalation chain. */
    public record EscalationStep(Duration after, String to) {}

    boolean latches(AlarmRuleKind kind, AlarmPriority priority) {
        return kind.isOfThePatient() && latching.contains(priority);
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
