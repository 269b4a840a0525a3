package org.vigie.signal.alarm;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.schemas.variable.VariableCatalogue;

/** Holds the alarm rules that are in force at one bed. */
public record AlarmRuleSet(String version, List<AlarmRule> rules) {
    public AlarmRuleSet {
        rules = List.copyOf(rules);
    }

    /** @throws IllegalArgumentException when no rule has this name */
    public AlarmRule rule(String name) {
        return rules.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(version + ": no rule '" + name + "'"));
    }

    /** Returns true when a rule has this name. */
    public boolean has(String name) {
        return rules.stream().anyMatch(rule -> rule.name().equals(name));
    }

    /** Returns the rules without those that a unit has switched off. */
    public AlarmRuleSet without(Set<String> off) {
        return new AlarmRuleSet(
                version,
                rules.stream().filter(rule -> !off.contains(rule.name())).toList());
    }

    /** Returns the rules of one kind, in the order of the rule file. */
    public List<AlarmRule> of(AlarmRuleKind kind) {
        return rules.stream().filter(rule -> rule.kind() == kind).toList();
    }

    /** Returns the rules with the limits of one patient in place of the unit's limits. */
    public AlarmRuleSet with(Collection<PatientLimit> limits) {
        return new AlarmRuleSet(
                version, rules.stream().map(rule -> rule.with(limits)).toList());
    }

    /**
     * Returns true when {@code limit} replaces a limit of a vital sign, is in the hard range and keeps the steps in order.
     *
     * <p>The urgent low limits of heart rate and respiratory rate cannot be replaced: asystole and apnoea always raise an alarm.
     */
    public boolean hasRoomFor(PatientLimit limit) {
        boolean possible = VariableCatalogue.standard()
                .find(limit.variable())
                .filter(variable -> variable.hard().contains(limit.limit()))
                .isPresent();
        return possible
                && !isVital(limit)
                && replaced(limit).findAny().isPresent()
                && with(List.of(limit)).rules().stream()
                        .flatMap(rule -> rule.sources().stream())
                        .allMatch(RuleInput::isInOrder);
    }

    private Stream<RuleInput> replaced(PatientLimit limit) {
        return rules.stream()
                .filter(rule -> rule.kind() == AlarmRuleKind.LIMIT)
                .flatMap(rule -> rule.sources().stream())
                .filter(input -> input.isOf(limit));
    }

    private static boolean isVital(PatientLimit limit) {
        return limit.side() == LimitSide.BELOW
                && limit.priority() == AlarmPriority.HIGH
                && RuleInput.UNDELAYED.contains(limit.variable());
    }
}
