package org.vigie.alerts.evaluate;

import java.util.Optional;
import java.util.function.Function;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.signal.alarm.rules.RulesInForce;
import org.vigie.signal.triage.TriageSecondOpinion;

/** Holds the evaluators of one task, which share their compiled rules. */
public record StayEvaluators(StayEvaluator records, RiskEvaluator risks, StayClockEvaluator clock) {
    /**
     * Creates the evaluators.
     *
     * @param opinion gives the second opinion on the triage of a stay
     */
    public static StayEvaluators of(
            StayWatchConfig settings,
            RulesInForce rules,
            Function<StayAlertState, Optional<TriageSecondOpinion>> opinion) {
        var units = new CompiledUnitRules.RuleCache(rules);
        var triage = new TriageUpdater(settings, opinion);
        return new StayEvaluators(
                new StayEvaluator(units, triage, new RiskAlarmExpiry(settings.riskAge())),
                new RiskEvaluator(units, triage),
                new StayClockEvaluator(settings, units, triage));
    }
}
