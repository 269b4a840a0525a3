package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.earlywarning.News2Calculator;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ScoredVitalSign;

/** The early-warning score as a rule sees it. */
final class EarlyWarningSamples {
    /** All points, and the most points of one parameter. */
    static final Set<String> VARIABLES = Set.of("news2", "news2_single");

    private static final String SINGLE = "news2_single";
    private static final Set<String> SATURATED = Set.copyOf(News2Calculator.SATURATED);
    /** A score needs no rhythm: it is seen as time passes too, and falls when its inputs grow stale. */
    private static final Duration ANY_GAP = Duration.ofDays(365);

    private EarlyWarningSamples() {}

    /** Points that are certain may raise; what has gone silent keeps its points until the score may clear. */
    static List<RuleSample> sights(AlarmRule rule, EarlyWarningScore warning) {
        EarlyWarningScore telling = warning.ventilated() ? warning.without(SATURATED) : warning;
        return rule.sources().stream().map(source -> sight(source, telling)).toList();
    }

    private static RuleSample sight(RuleInput source, EarlyWarningScore warning) {
        return source.variable().equals(SINGLE)
                ? new RuleSample(source, warning.worst(), warning.worstCarried(), ANY_GAP)
                : new RuleSample(source, warning.low(), warning.carried(), ANY_GAP);
    }

    /** The readings that are worth points. */
    static List<AlarmTransition.TriggeringReading> causes(EarlyWarningScore warning, CurrentVitals vitals, Instant at) {
        return warning.parts().stream()
                .filter(component -> component.known() && component.low() > 0)
                .flatMap(component -> variable(component.input(), vitals, at).stream())
                .map(variable -> cause(variable, vitals))
                .toList();
    }

    static AlarmTransition.TriggeringReading cause(String variable, CurrentVitals vitals) {
        var vital = vitals.find(variable).orElseThrow();
        return new AlarmTransition.TriggeringReading(variable, vital.value(), vital.at(), vital.place());
    }

    private static Optional<String> variable(String input, CurrentVitals vitals, Instant at) {
        return ScoredVitalSign.of(input)
                .map(vitalSign -> vitalSign.freshVariable(vitals, at))
                .orElseGet(() -> vitals.firstFresh(List.of(VariableNames.MECH_VENT, VariableNames.FIO2), at));
    }
}
