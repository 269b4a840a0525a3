package org.vigie.alerts.evaluate;

import java.time.Instant;
import java.util.List;
import org.vigie.alerts.record.AlarmTrigger;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.alerts.state.StayOutput;
import org.vigie.alerts.state.StayRisk;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.AlarmDetector;
import org.vigie.signal.alarm.event.AlarmConditionEvent;

/**
 * Evaluates risk scores when their turn has come: after all readings that the broker took before them. A score raises no alarm beyond its
 * own kind; without an interval it ends that alarm and is only shown with the triage.
 */
public final class RiskEvaluator {
    private final CompiledUnitRules.RuleCache units;
    private final TriageUpdater triage;

    RiskEvaluator(CompiledUnitRules.RuleCache units, TriageUpdater triage) {
        this.units = units;
        this.triage = triage;
    }

    /**
     * Evaluates the awaited scores that the broker appended before a time.
     *
     * @param state its observations were all appended before that time
     * @param now wall-clock time
     */
    public StayEvaluation evaluateUntil(Instant time, StayAlertState state, Instant now) {
        var evaluation = new StayEvaluation(state, StayOutput.NOTHING);
        while (evaluation.state().risks().isDue(time)) {
            evaluation = evaluation.then(evaluateNext(evaluation.state(), now));
        }
        return evaluation;
    }

    private StayEvaluation evaluateNext(StayAlertState before, Instant now) {
        Instant published = before.risks().awaited().get(0).published();
        StayAlertState state = before.withNextRisk();
        StayRisk risk = state.risk();
        var writer = new LedgerWriter(state, units, AlarmTrigger.unprompted(published, now));
        if (!state.hasNoReadings()) {
            writer.append(events(state, risk, writer.unit().alarms()));
        }
        return triage.updateUnlessSilent(state, writer);
    }

    private static List<AlarmConditionEvent> events(StayAlertState state, StayRisk risk, AlarmDetector detector) {
        AlarmDetectionState detection = state.detection();
        return risk.hasInterval()
                ? detector.predict(detection, state.bed(), risk.low(), risk.windowEnd())
                : detector.endRisks(detection, state.bed(), detection.clock());
    }
}
