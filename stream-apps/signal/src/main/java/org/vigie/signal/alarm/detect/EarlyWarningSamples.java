package org.vigie.signal.alarm.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.earlywarning.News2Calculator;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ScoredVitalSign;

/** Converts the early-warning score to samples for the alarm rules. */
final class EarlyWarningSamples {
    /** Names of the total points and of the highest points of one parameter. */
    static final Set<String> VARIABLES = Set.of(News2Calculator.TOTAL, News2Calculator.SINGLE);

    private static final Set<String> SATURATED = Set.copyOf(News2Calculator.SATURATED);

    private EarlyWarningSamples() {}

    /** Returns the samples of a score. Only certain points can raise an alarm. Points of stale inputs count until the score may clear. */
    static List<RuleSample> samples(AlarmRule rule, EarlyWarningScore warning) {
        EarlyWarningScore counted = warning.ventilated() ? warning.without(SATURATED) : warning;
        List<RuleSample> samples = new ArrayList<>(rule.sources().size());
        for (RuleInput source : rule.sources()) {
            samples.add(sample(source, counted));
        }
        return samples;
    }

    private static RuleSample sample(RuleInput source, EarlyWarningScore warning) {
        return source.variable().equals(News2Calculator.SINGLE)
                ? new RuleSample(source, warning.worst(), warning.worstCarried(), RuleSample.ANY_GAP)
                : new RuleSample(source, warning.low(), warning.carried(), RuleSample.ANY_GAP);
    }

    /** Returns the readings that have points. */
    static List<TriggeringReading> causes(EarlyWarningScore warning, CurrentVitals vitals, Instant at) {
        return warning.parts().stream()
                .filter(component -> component.known() && component.low() > 0)
                .flatMap(component -> variable(component.input(), vitals, at).stream())
                .map(variable -> cause(variable, vitals))
                .toList();
    }

    static TriggeringReading cause(String variable, CurrentVitals vitals) {
        var vital = vitals.find(variable).orElseThrow();
        return new TriggeringReading(variable, vital.value(), vital.at(), vital.place());
    }

    private static Optional<String> variable(String input, CurrentVitals vitals, Instant at) {
        return ScoredVitalSign.of(input)
                .map(vitalSign -> vitalSign.freshVariable(vitals, at))
                .orElseGet(() -> vitals.firstFresh(List.of(VariableNames.MECH_VENT, VariableNames.FIO2), at));
    }
}
