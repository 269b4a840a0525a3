package org.vigie.signal.alert.rules;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.signal.alert.Priority;
import org.vigie.signal.alert.Rule;
import org.vigie.signal.alert.RuleKind;
import org.vigie.signal.alert.RuleSet;
import org.vigie.signal.alert.Source;
import org.vigie.signal.alert.life.Order;
import org.vigie.signal.alert.life.Policy;

/** One profile of a rule file. */
final class Profile {
    private final Line profile;

    Profile(Line profile) {
        this.profile =
                profile.only("name", "units", "limits", "latching", "maxPause", "maxShelf", "escalation", "rights");
    }

    UnitRules of(RuleSet rules) {
        RuleSet own = rules;
        for (Line limit : profile.at("limits").items()) {
            own = with(own, limit);
        }
        Set<String> units = profile.at("units").items().stream().map(Line::text).collect(Collectors.toSet());
        return new UnitRules(profile.at("name").text(), units, own, policy());
    }

    private static RuleSet with(RuleSet rules, Line limit) {
        limit.only("rule", "variable", "priority", "limit");
        String name = limit.at("rule").text();
        String variable = limit.at("variable").text();
        Priority priority = limit.at("priority").oneOf(Priority.class);
        Rule before = rules.rules().stream()
                .filter(rule -> rule.name().equals(name) && rule.kind() == RuleKind.LIMIT)
                .findFirst()
                .orElseThrow(() -> limit.at("rule").wrong("the name of a LIMIT rule"));
        Source source = before.sources().stream()
                .filter(each -> each.variable().equals(variable))
                .filter(each -> each.steps().stream().anyMatch(step -> step.priority() == priority))
                .findFirst()
                .orElseThrow(() -> limit.at("variable").wrong("a variable of " + name + " with a step " + priority));
        Source moved = source.at(priority, limit.at("limit").number(), Source.Step.UNIT);
        if (!moved.isInOrder()) {
            throw limit.at("limit").wrong("between the limits of the other steps");
        }
        return new RuleSet(
                rules.version(),
                rules.rules().stream()
                        .map(rule -> rule.equals(before) ? replaced(rule, source, moved) : rule)
                        .toList());
    }

    private static Rule replaced(Rule rule, Source source, Source moved) {
        return new Rule(
                rule.name(),
                rule.kind(),
                rule.sources().stream()
                        .map(each -> each.equals(source) ? moved : each)
                        .toList());
    }

    private Policy policy() {
        return new Policy(
                profile.at("latching").items().stream()
                        .map(each -> each.oneOf(Priority.class))
                        .collect(Collectors.toSet()),
                escalation(profile.at("escalation")),
                longest("maxPause"),
                longest("maxShelf"),
                rights(profile.at("rights")));
    }

    private Duration longest(String key) {
        Duration longest = profile.at(key).duration();
        if (longest.isZero()) {
            throw profile.at(key).wrong("longer than nothing");
        }
        return longest;
    }

    private static Map<Priority, List<Policy.Escalation>> escalation(Line chains) {
        Map<Priority, List<Policy.Escalation>> escalation = new EnumMap<>(Priority.class);
        chains.entries().forEach((name, chain) -> escalation.put(priority(name, chain), chain(chain)));
        return escalation;
    }

    private static Priority priority(String name, Line chain) {
        for (Priority priority : Priority.values()) {
            if (priority.name().equals(name)) {
                return priority;
            }
        }
        throw chain.refuse("escalation: '" + name + "' must be a priority");
    }

    private static List<Policy.Escalation> chain(Line chain) {
        Duration last = Duration.ZERO;
        for (Line step : chain.items()) {
            Duration after = step.only("after", "to").at("after").duration();
            if (after.compareTo(last) <= 0) {
                throw step.at("after").wrong("later than the step before");
            }
            last = after;
        }
        return chain.items().stream()
                .map(step -> new Policy.Escalation(
                        step.at("after").duration(), step.at("to").text()))
                .toList();
    }

    private static Map<String, Set<Order.Kind>> rights(Line roles) {
        Map<String, Set<Order.Kind>> rights = new HashMap<>();
        roles.entries()
                .forEach((role, kinds) -> rights.put(
                        role,
                        kinds.items().stream()
                                .map(kind -> kind.oneOf(Order.Kind.class))
                                .collect(Collectors.toSet())));
        return rights;
    }
}
