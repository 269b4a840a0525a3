package org.vigie.signal.alarm;

import java.util.Collection;
import java.util.List;

/**
 * One reason to call a nurse; it has at most one open episode per stay.
 *
 * @param sources those of the best device first
 */
public record AlarmRule(String name, AlarmRuleKind kind, List<RuleInput> sources) {
    public AlarmRule {
        sources = List.copyOf(sources);
    }

    /** Limits of a patient stand in for those of a vital sign, and of nothing else. */
    AlarmRule with(Collection<PatientLimit> limits) {
        return kind == AlarmRuleKind.LIMIT
                ? new AlarmRule(
                        name,
                        kind,
                        sources.stream().map(input -> input.with(limits)).toList())
                : this;
    }

    /** What it looks at. */
    public List<String> variables() {
        return sources.stream().map(RuleInput::variable).toList();
    }

    /** All sources of one device. */
    public List<RuleInput> of(String device) {
        return sources.stream().filter(input -> input.device().equals(device)).toList();
    }
}
