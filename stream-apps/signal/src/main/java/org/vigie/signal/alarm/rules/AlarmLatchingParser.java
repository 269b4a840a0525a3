package org.vigie.signal.alarm.rules;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.lifecycle.AlarmLatching;
import org.vigie.signal.table.LocatedYamlNode;

/** Reads which alarms of a unit latch: priorities, or rules with a priority. */
final class AlarmLatchingParser {
    private final Set<AlarmPriority> priorities = EnumSet.noneOf(AlarmPriority.class);
    private final Map<String, Set<AlarmPriority>> byRule = new HashMap<>();
    private final AlarmRuleSet rules;

    /** @param rules rules that may be named */
    AlarmLatchingParser(AlarmRuleSet rules) {
        this.rules = rules;
    }

    AlarmLatching read(LocatedYamlNode latching) {
        for (LocatedYamlNode item : latching.items()) {
            if (item.isText()) {
                priorities.add(item.oneOf(AlarmPriority.class));
            } else {
                readRule(item.only("rule", "priority"));
            }
        }
        return new AlarmLatching(priorities, byRule);
    }

    private void readRule(LocatedYamlNode item) {
        String name = item.at("rule").text();
        if (!rules.has(name)) {
            throw item.at("rule").wrong("the name of a rule");
        }
        byRule.computeIfAbsent(name, rule -> EnumSet.noneOf(AlarmPriority.class))
                .add(item.at("priority").oneOf(AlarmPriority.class));
    }
}
