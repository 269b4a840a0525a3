package org.vigie.signal.alarm.lifecycle;

import java.util.Map;
import java.util.Set;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.Alarm;

/**
 * Tells which alarms of the patient latch (IEC 60601-1-8, 6.10): they stay open after their condition has ended.
 *
 * @param priorities priorities of which every rule latches
 * @param byRule priorities of which a rule latches, by the name of the rule
 */
public record AlarmLatching(Set<AlarmPriority> priorities, Map<String, Set<AlarmPriority>> byRule) {
    public AlarmLatching {
        priorities = Set.copyOf(priorities);
        byRule = Map.copyOf(byRule);
    }

    /** Returns true for an alarm of the patient that latches at its priority. */
    boolean covers(Alarm alarm) {
        AlarmPriority priority = alarm.priority();
        return alarm.kind().isOfThePatient()
                && (priorities.contains(priority)
                        || byRule.getOrDefault(alarm.rule(), Set.of()).contains(priority));
    }
}
