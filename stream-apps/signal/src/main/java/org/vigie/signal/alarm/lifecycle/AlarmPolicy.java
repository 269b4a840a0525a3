package org.vigie.signal.alarm.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;

/**
 * What a unit has chosen, and no user can.
 *
 * @param latching alarms of the patient of these priorities stay until they are reset, unless somebody has acknowledged them
 * @param escalation who is called next when nobody acknowledges; delays from the call, rising
 * @param maxPause longest pause of the sound
 * @param maxShelf longest shelving
 * @param rights what each role may ask
 */
public record AlarmPolicy(
        Set<AlarmPriority> latching,
        Map<AlarmPriority, List<EscalationStep>> escalation,
        Duration maxPause,
        Duration maxShelf,
        Map<String, Set<AlarmCommand.CommandType>> rights) {

    public AlarmPolicy {
        latching = Set.copyOf(latching);
        escalation = Map.copyOf(escalation);
        rights = Map.copyOf(rights);
    }

    /** One step of the chain. */
    public record EscalationStep(Duration after, String to) {}

    boolean latches(AlarmRuleKind kind, AlarmPriority priority) {
        return kind.isOfThePatient() && latching.contains(priority);
    }

    boolean allows(String role, AlarmCommand.CommandType type) {
        return rights.getOrDefault(role, Set.of()).contains(type);
    }

    /** The step after {@code taken} steps. */
    Optional<EscalationStep> next(OpenAlarm openAlarm) {
        return openAlarm.told().kind() == AlarmRuleKind.RISK
                ? Optional.empty()
                : escalation.getOrDefault(openAlarm.told().priority(), List.of()).stream()
                        .skip(openAlarm.step())
                        .findFirst();
    }
}
