package org.vigie.bench.ward;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Computes the figures of each rule: calls, false calls with their causes, chattering, lead time. */
final class RuleFigures {
    private final JudgedCalls calls;
    private final List<UnitDay> days;

    RuleFigures(JudgedCalls calls, Collection<UnitDay> days) {
        this.calls = calls;
        this.days = List.copyOf(days);
    }

    /** Returns the figures by the name of the rule. */
    Map<String, Object> byRule() {
        Map<String, Object> rules = new LinkedHashMap<>();
        calls.rules().forEach((rule, verdicts) -> rules.put(rule, figures(verdicts)));
        return rules;
    }

    private Map<String, Object> figures(JudgedCalls verdicts) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("calls", verdicts.verdicts().size());
        figures.put("false", verdicts.count(CallVerdict::isFalse));
        figures.put("false_by_cause", verdicts.falseByCause());
        figures.put("chattering", verdicts.count(verdict -> verdict.alarm().again()));
        figures.put("lead_time_minutes", AlarmEvaluator.median(verdicts.leadMinutes(days)));
        return figures;
    }
}
