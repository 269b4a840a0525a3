package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.vitals.CurrentValue;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.FreshnessRules;

/** Evaluates the rules about the patient: limits, trends and scores, in this order. */
final class PatientRuleEvaluator {
    /** Shortest time in which an input of a score can become stale. */
    static final Duration NOTHING_STALE = Duration.ofMinutes(1);

    private final List<AlarmRule> limits;
    private final List<AlarmRule> trends;
    private final List<AlarmRule> scores;
    private final Function<AlarmDetectionState, EarlyWarningScore> warning;

    /** @param warning computes the early-warning score at the stay's newest instant */
    PatientRuleEvaluator(AlarmRuleSet rules, Function<AlarmDetectionState, EarlyWarningScore> warning) {
        limits = rules.of(AlarmRuleKind.LIMIT);
        trends = rules.of(AlarmRuleKind.TREND);
        scores = rules.of(AlarmRuleKind.SCORE);
        this.warning = warning;
    }

    /**
     * Removes pending violations of scores that the known inputs no longer show after other inputs became stale. The delay then starts
     * again.
     *
     * @param before the stay's clock before the present instant
     */
    void forgetStaleViolations(AlarmDetectionState detection, Instant before) {
        if (detection.clock().isAfter(before.plus(NOTHING_STALE))) {
            for (AlarmRule rule : scores) {
                List<RuleSample> samples = EarlyWarningSamples.samples(rule, warning.apply(detection));
                detection.keep(rule, detection.condition(rule).withoutEndedViolations(samples));
            }
        }
    }

    /** Ends the alarms of withdrawn values, unless another value or the corrected value still shows the violation. */
    void withdraw(RuleEvaluation evaluation, Set<String> withdrawn) {
        if (!withdrawn.isEmpty()) {
            limits.forEach(rule -> withdraw(evaluation, rule, withdrawn, sample -> !sample.clears()));
            trends.forEach(rule -> withdraw(evaluation, rule, withdrawn, sample -> true));
        }
    }

    private static void withdraw(
            RuleEvaluation evaluation, AlarmRule rule, Set<String> withdrawn, Predicate<RuleSample> shows) {
        boolean concerned = rule.variables().stream().anyMatch(withdrawn::contains);
        boolean shown = rule.sources().stream()
                .filter(source -> evaluation
                        .vitals()
                        .fresh(source.variable(), evaluation.at())
                        .isPresent())
                .flatMap(source -> RuleSample.of(source, evaluation.vitals(), evaluation.at()).stream())
                .anyMatch(shows);
        if (concerned && !shown) {
            evaluation.withdraw(rule);
        }
    }

    /**
     * Evaluates all rules about the patient.
     *
     * @param at event time of the readings
     * @param changed variables with a new value
     */
    void evaluate(RuleEvaluation evaluation, Instant at, List<String> changed) {
        for (AlarmRule rule : limits) {
            evaluateLimit(evaluation, rule, at, changed);
        }
        for (AlarmRule rule : trends) {
            evaluateTrend(evaluation, rule, changed);
        }
        if (!scores.isEmpty()) {
            EarlyWarningScore score = warning.apply(evaluation.detection());
            scores.forEach(rule -> evaluateScore(evaluation, rule, score));
        }
    }

    /**
     * Evaluates the limit rules that are neither pending nor open. Their values came while no rule was evaluated.
     *
     * @param fresh variables whose values may still raise an alarm
     */
    void evaluateUnseen(RuleEvaluation evaluation, Predicate<String> fresh) {
        for (AlarmRule rule : limits) {
            if (evaluation.isNormal(rule)) {
                List<String> unseen = rule.variables().stream().filter(fresh).toList();
                evaluateLimit(evaluation, rule, evaluation.at(), unseen);
            }
        }
    }

    /** Evaluates a limit rule. The first device with a fresh value is used, and only when one of its values changed. */
    private void evaluateLimit(RuleEvaluation evaluation, AlarmRule rule, Instant at, List<String> changed) {
        CurrentVitals vitals = evaluation.vitals();
        if (evaluation.isNormal(rule) && !violatesAny(rule, vitals)) {
            return;
        }
        Optional<RuleInput> first = rule.sources().stream()
                .filter(source -> vitals.fresh(source.variable(), at).isPresent())
                .findFirst();
        List<RuleInput> chosen = first.map(source -> rule.of(source.device())).orElse(List.of());
        List<RuleInput> updated = chosen.stream()
                .filter(source -> changed.contains(source.variable()))
                .toList();
        if (updated.isEmpty()) {
            return;
        }
        List<RuleSample> samples = chosen.stream()
                .flatMap(source -> RuleSample.of(source, vitals, at).stream())
                .toList();
        if (evaluation.evaluate(rule, samples, AlarmEventDetails.withoutRemark(at, () -> causes(updated, vitals)))) {
            scores.forEach(evaluation::restartHold);
        }
    }

    /**
     * Returns true when any value of the rule, fresh or not, violates any limit. A rule without a violation and without a pending or open
     * alarm stays as it is.
     */
    private static boolean violatesAny(AlarmRule rule, CurrentVitals vitals) {
        List<RuleInput> sources = rule.sources();
        for (int i = 0; i < sources.size(); i++) {
            RuleInput source = sources.get(i);
            if (source.violatesAny(vitals.charted(source.variable()))) {
                return true;
            }
        }
        return false;
    }

    private static List<TriggeringReading> causes(List<RuleInput> sources, CurrentVitals vitals) {
        return sources.stream()
                .map(source -> EarlyWarningSamples.cause(source.variable(), vitals))
                .toList();
    }

    /** Evaluates a trend rule. While a limit alarm is pending or open, it raises no second alarm and its delay starts again. */
    private void evaluateTrend(RuleEvaluation evaluation, AlarmRule rule, List<String> changed) {
        for (RuleInput source : rule.sources()) {
            if (changed.contains(source.variable())) {
                CurrentValue vital = evaluation.vitals().find(source.variable()).orElseThrow();
                evaluateTrend(evaluation, rule, source, vital);
            }
        }
    }

    private boolean isAnyLimitActive(RuleEvaluation evaluation) {
        for (AlarmRule limit : limits) {
            if (evaluation.isPendingOrOpenAboveLow(limit)) {
                return true;
            }
        }
        return false;
    }

    private void evaluateTrend(RuleEvaluation evaluation, AlarmRule rule, RuleInput source, CurrentValue vital) {
        double slope = evaluation.detection().learn(source.variable(), vital.value(), vital.at());
        if (isAnyLimitActive(evaluation)) {
            evaluation.restartHold(rule);
        }
        var sample = new RuleSample(source, slope, slope, FreshnessRules.unbroken(source.variable(), vital));
        Instant at = AlarmDetectionState.when(vital.moment());
        var details = AlarmEventDetails.withoutRemark(at, () -> causes(List.of(source), evaluation.vitals()));
        evaluation.evaluate(rule, List.of(sample), details);
    }

    private void evaluateScore(RuleEvaluation evaluation, AlarmRule rule, EarlyWarningScore score) {
        List<RuleSample> samples = EarlyWarningSamples.samples(rule, score);
        AlarmEventDetails details = AlarmEventDetails.of(
                score, evaluation.at(), () -> EarlyWarningSamples.causes(score, evaluation.vitals(), evaluation.at()));
        if (!isAnyLimitActive(evaluation) || evaluation.isOpen(rule)) {
            evaluation.evaluate(rule, samples, details);
        } else {
            List<AlarmRule> active =
                    limits.stream().filter(evaluation::isPendingOrOpenAboveLow).toList();
            evaluation.upgradeOpenLimit(rule, samples, active, details);
        }
    }
}
