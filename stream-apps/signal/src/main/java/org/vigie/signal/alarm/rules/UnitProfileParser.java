package org.vigie.signal.alarm.rules;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.lifecycle.AlarmPolicy;
import org.vigie.signal.table.LocatedYamlNode;

/** Reads one unit profile of a rule file. */
final class UnitProfileParser {
    private static final String[] KEYS = {
        "name",
        "units",
        "off",
        "limits",
        "latching",
        "maxPause",
        "maxShelf",
        "maxLimit",
        "escalation",
        "rights",
        "incidents"
    };

    private final LocatedYamlNode profile;
    private final UnitPolicyParsers policies;

    UnitProfileParser(LocatedYamlNode profile, UnitPolicyParsers policies) {
        this.profile = profile.only(KEYS);
        this.policies = policies;
    }

    UnitRules of(AlarmRuleSet rules) {
        AlarmRuleSet own = rules.without(off(rules));
        for (LocatedYamlNode limit : profile.at("limits").items()) {
            own = with(own, limit);
        }
        Set<String> units =
                profile.at("units").items().stream().map(LocatedYamlNode::text).collect(Collectors.toSet());
        return new UnitRules(profile.at("name").text(), units, own, policy(rules));
    }

    /** Returns the names of the rules that the unit does not use. */
    private Set<String> off(AlarmRuleSet rules) {
        List<LocatedYamlNode> names =
                profile.find("off").map(LocatedYamlNode::items).orElse(List.of());
        for (LocatedYamlNode name : names) {
            if (!rules.has(name.text())) {
                throw name.wrong("the name of a rule");
            }
        }
        return names.stream().map(LocatedYamlNode::text).collect(Collectors.toSet());
    }

    private static AlarmRuleSet with(AlarmRuleSet rules, LocatedYamlNode limit) {
        limit.only("rule", "variable", "priority", "limit");
        String name = limit.at("rule").text();
        String variable = limit.at("variable").text();
        AlarmPriority priority = limit.at("priority").oneOf(AlarmPriority.class);
        AlarmRule before = rules.rules().stream()
                .filter(rule -> rule.name().equals(name) && rule.kind() == AlarmRuleKind.LIMIT)
                .findFirst()
                .orElseThrow(() -> limit.at("rule").wrong("the name of a LIMIT rule"));
        RuleInput input = before.sources().stream()
                .filter(each -> each.variable().equals(variable))
                .filter(each -> each.steps().stream().anyMatch(step -> step.priority() == priority))
                .findFirst()
                .orElseThrow(() -> limit.at("variable").wrong("a variable of " + name + " with a step " + priority));
        RuleInput moved = input.at(priority, limit.at("limit").number(), RuleInput.LimitStep.UNIT);
        if (!moved.isInOrder()) {
            throw limit.at("limit").wrong("between the limits of the other steps");
        }
        return new AlarmRuleSet(
                rules.version(),
                rules.rules().stream()
                        .map(rule -> rule.equals(before) ? replaced(rule, input, moved) : rule)
                        .toList());
    }

    private static AlarmRule replaced(AlarmRule rule, RuleInput input, RuleInput moved) {
        return new AlarmRule(
                rule.name(),
                rule.kind(),
                rule.sources().stream()
                        .map(each -> each.equals(input) ? moved : each)
                        .toList());
    }

    private AlarmPolicy policy(AlarmRuleSet rules) {
        return new AlarmPolicy(
                new AlarmLatchingParser(rules).read(profile.at("latching")),
                escalation(profile.at("escalation")),
                longest("maxPause"),
                longest("maxShelf"),
                rights(profile.at("rights")),
                policies.patientLimits().policy(profile),
                policies.incidents().policy(profile));
    }

    private Duration longest(String key) {
        Duration longest = profile.at(key).duration();
        if (longest.isZero()) {
            throw profile.at(key).wrong("longer than nothing");
        }
        return longest;
    }

    private static Map<AlarmPriority, List<AlarmPolicy.EscalationStep>> escalation(LocatedYamlNode chains) {
        Map<AlarmPriority, List<AlarmPolicy.EscalationStep>> escalation = new EnumMap<>(AlarmPriority.class);
        chains.entries().forEach((name, chain) -> escalation.put(priority(name, chain), chain(chain)));
        return escalation;
    }

    private static AlarmPriority priority(String name, LocatedYamlNode chain) {
        for (AlarmPriority priority : AlarmPriority.values()) {
            if (priority.name().equals(name)) {
                return priority;
            }
        }
        throw chain.refuse("escalation: '" + name + "' must be a priority");
    }

    private static List<AlarmPolicy.EscalationStep> chain(LocatedYamlNode chain) {
        Duration last = Duration.ZERO;
        for (LocatedYamlNode step : chain.items()) {
            Duration after = step.only("after", "to").at("after").duration();
            if (after.compareTo(last) <= 0) {
                throw step.at("after").wrong("later than the step before");
            }
            last = after;
        }
        return chain.items().stream()
                .map(step -> new AlarmPolicy.EscalationStep(
                        step.at("after").duration(), step.at("to").text()))
                .toList();
    }

    private static Map<String, Set<AlarmCommand.CommandType>> rights(LocatedYamlNode roles) {
        Map<String, Set<AlarmCommand.CommandType>> rights = new HashMap<>();
        roles.entries()
                .forEach((role, kinds) -> rights.put(
                        role,
                        kinds.items().stream()
                                .map(kind -> kind.oneOf(AlarmCommand.CommandType.class))
                                .collect(Collectors.toSet())));
        return rights;
    }
}
