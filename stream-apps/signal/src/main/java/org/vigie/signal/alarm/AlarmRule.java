package org.vigie.signal.alarm;

import java.util.Collection;
import java.util.List;

/**
 * Describes one rule that can raise an alarm. It has at most one open episode per stay.
 *
 * @param sources inputs of the rule; those of the preferred device first
 */
public record AlarmRule(String name, AlarmRuleKind kind, List<RuleInput> sources) {
    public AlarmRule {
        sources = List.copyOf(sources);
    }

    /** Returns the rule with the patient's limits. They replace limits of vital signs only. */
    AlarmRule with(Collection<PatientLimit> limits) {
        return kind == AlarmRuleKind.LIMIT
                ? new AlarmRule(
                        name,
                        kind,
                        sources.stream().map(input -> input.with(limits)).toList())
                : this;
    }

    /** Returns the variables that the rule evaluates. */
    public List<String> variables() {
        return sources.stream().map(RuleInput::variable).toList();
    }

    /** Returns all inputs that one device measures. */
    public List<RuleInput> of(String device) {
        return sources.stream().filter(input -> input.device().equals(device)).toList();
    }
}
