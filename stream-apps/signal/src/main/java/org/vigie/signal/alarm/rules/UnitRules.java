package org.vigie.signal.alarm.rules;

import java.util.Set;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.lifecycle.AlarmPolicy;

/**
 * Holds the alarm rules of one unit profile: the rules with the unit's limits, and its policy.
 *
 * @param units units of the profile, the first part of their beds' names; empty for the profile of all other units
 */
public record UnitRules(String profile, Set<String> units, AlarmRuleSet rules, AlarmPolicy policy) {
    public UnitRules {
        units = Set.copyOf(units);
    }
}
