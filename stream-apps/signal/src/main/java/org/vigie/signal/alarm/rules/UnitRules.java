package org.vigie.signal.alarm.rules;

import java.util.Set;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.lifecycle.AlarmPolicy;

/**
 * One profile: the rules with a unit's limits, and its policy.
 *
 * @param units first part of their beds' names; empty for the profile of all others
 */
public record UnitRules(String profile, Set<String> units, AlarmRuleSet rules, AlarmPolicy policy) {
    public UnitRules {
        units = Set.copyOf(units);
    }
}
