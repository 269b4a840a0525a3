package org.vigie.signal.alert;

import java.util.Collection;
import java.util.List;

/**
 * One reason to call a nurse; it has at most one open episode per stay.
 *
 * @param sources those of the best device first
 */
public record Rule(String name, RuleKind kind, List<Source> sources) {
    public Rule {
        sources = List.copyOf(sources);
    }

    /** Limits of a patient stand in for those of a vital sign, and of nothing else. */
    Rule with(Collection<PatientLimit> limits) {
        return kind == RuleKind.LIMIT
                ? new Rule(
                        name,
                        kind,
                        sources.stream().map(source -> source.with(limits)).toList())
                : this;
    }

    /** What it looks at. */
    public List<String> variables() {
        return sources.stream().map(Source::variable).toList();
    }

    /** All sources of one device. */
    List<Source> of(String device) {
        return sources.stream().filter(source -> source.device().equals(device)).toList();
    }
}
