package org.vigie.signal.alert.rules;

import java.util.Set;
import org.vigie.signal.alert.RuleSet;
import org.vigie.signal.alert.life.Policy;

/**
 * One profile: the rules with a unit's limits, and its policy.
 *
 * @param units first part of their beds' names; empty for the profile of all others
 */
public record UnitRules(String profile, Set<String> units, RuleSet rules, Policy policy) {
    public UnitRules {
        units = Set.copyOf(units);
    }
}
