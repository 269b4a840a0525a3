package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.earlywarning.News2Calculator;
import org.vigie.signal.earlywarning.News2Calculator.SaturationScale;
import org.vigie.signal.newest.ClockAlignment;
import org.vigie.signal.vitals.CurrentValue;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.FreshnessRules;
import org.vigie.signal.vitals.MeasurementTime;

/**
 * Evaluates the alarm rules for a stay, instant by instant. The same readings give the same transitions; there is no clock here.
 *
 * <p>Limits are evaluated first. While a limit alarm is pending or open, the early-warning score raises no second alarm. It only upgrades
 * the open alarm. After the limit alarm has ended, the delay of the score starts again.
 */
public final class AlarmDetector {
    /** Shortest time in which an input of a score can become stale. */
    private static final Duration NOTHING_STALE = Duration.ofMinutes(1);

    private final AlarmRuleSet rules;
    private final List<AlarmRule> limits;
    private final List<AlarmRule> trends;
    private final List<AlarmRule> scores;
    private final List<AlarmRule> equipment;
    private final News2Calculator news2 = new News2Calculator();

    public AlarmDetector(AlarmRuleSet rules) {
        this.rules = rules;
        limits = of(AlarmRuleKind.LIMIT);
        scores = of(AlarmRuleKind.SCORE);
        trends = of(AlarmRuleKind.TREND);
        equipment = of(AlarmRuleKind.TECHNICAL);
    }

    /** Evaluates one instant and updates {@code watch}. Returns the transitions in the order of the rules. */
    public List<AlarmTransition> evaluate(AlarmDetectionState watch, InstantReadings snapshot) {
        Instant before = watch.clock();
        MeasurementTime moment = snapshot.moment();
        watch.advance(moment);
        if (watch.clock().isAfter(before.plus(NOTHING_STALE))) {
            scores.forEach(rule -> forgetStale(watch, rule));
        }
        Set<String> withdrawn = watch.withdraw(snapshot);
        List<String> changed = watch.take(snapshot, moment);
        List<AlarmTransition> back = BedSilenceRule.clear(watch, rules.version());
        RuleEvaluation evaluation = new RuleEvaluation(watch, rules.version(), snapshot.bed());
        if (!withdrawn.isEmpty()) {
            limits.forEach(rule -> withdraw(evaluation, rule, withdrawn, sample -> !sample.clears()));
            trends.forEach(rule -> withdraw(evaluation, rule, withdrawn, sample -> true));
        }
        limits.forEach(rule -> seeLimit(evaluation, rule, AlarmDetectionState.when(moment), changed));
        trends.forEach(rule -> seeTrend(evaluation, rule, changed));
        scores.forEach(rule -> seeScore(evaluation, rule));
        equipment.forEach(rule -> TechnicalAlarmDetector.see(evaluation, rule));
        return Stream.concat(back.stream(), evaluation.made().stream()).toList();
    }

    /** Adds an instant of the past to {@code watch}. It updates the known values and raises no alarm. */
    public void fillPast(AlarmDetectionState watch, InstantReadings snapshot) {
        MeasurementTime moment = snapshot.moment();
        watch.advance(moment);
        watch.withdraw(snapshot);
        watch.take(snapshot, moment);
    }

    /** Raises {@code bed_silent} when a monitored stay has sent nothing for {@code silence} of wall-clock time. */
    public Optional<AlarmTransition> raiseSilent(AlarmDetectionState watch, String bed, Duration silence) {
        return BedSilenceRule.SILENT.raise(watch, rules.version(), bed, silence);
    }

    /** Returns true when {@link #raiseSilent} would raise an alarm. */
    public boolean wouldRaiseSilent(AlarmDetectionState watch) {
        return BedSilenceRule.SILENT.wouldRaise(watch);
    }

    /** Raises {@code bed_unread} when no reading of a monitored stay was processed for {@code silence} of wall-clock time. */
    public Optional<AlarmTransition> raiseUnread(AlarmDetectionState watch, String bed, Duration silence) {
        return BedSilenceRule.UNREAD.raise(watch, rules.version(), bed, silence);
    }

    /** Returns true when {@link #raiseUnread} would raise an alarm. */
    public boolean wouldRaiseUnread(AlarmDetectionState watch) {
        return BedSilenceRule.UNREAD.wouldRaise(watch);
    }

    /** Clears {@code bed_unread} after all readings were processed. */
    public Optional<AlarmTransition> clearUnread(AlarmDetectionState watch) {
        return BedSilenceRule.clearUnread(watch, rules.version());
    }

    /** Clears all open episodes of a stay that ended at {@code end}. */
    public List<AlarmTransition> clearAll(AlarmDetectionState watch, Instant end) {
        return EndOfStayClearing.clearAll(watch, rules, end);
    }

    /** Returns NEWS2 of a stay at its newest instant. */
    public EarlyWarningScore warning(AlarmDetectionState watch) {
        return news2.score(watch.vitals(), SaturationScale.SCALE_1, watch.clock());
    }

    private List<AlarmRule> of(AlarmRuleKind kind) {
        return rules.rules().stream().filter(rule -> rule.kind() == kind).toList();
    }

    /** Ends the episode of a rule whose value was withdrawn, unless another value or the corrected value still shows the violation. */
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

    /** Evaluates a limit rule. The first device with a fresh value is used, and only when one of its values changed. */
    private void seeLimit(RuleEvaluation evaluation, AlarmRule rule, Instant at, List<String> changed) {
        Optional<RuleInput> first = rule.sources().stream()
                .filter(source ->
                        evaluation.vitals().fresh(source.variable(), at).isPresent())
                .findFirst();
        List<RuleInput> chosen = first.map(source -> rule.of(source.device())).orElse(List.of());
        List<RuleInput> updated = chosen.stream()
                .filter(source -> changed.contains(source.variable()))
                .toList();
        if (!updated.isEmpty()) {
            List<RuleSample> samples = chosen.stream()
                    .flatMap(source -> RuleSample.of(source, evaluation.vitals(), at).stream())
                    .toList();
            if (evaluation.decide(
                    rule, samples, TransitionContext.withoutCaveat(at, () -> causes(updated, evaluation.vitals())))) {
                scores.forEach(evaluation::restartHold);
            }
        }
    }

    private static List<AlarmTransition.TriggeringReading> causes(List<RuleInput> sources, CurrentVitals vitals) {
        return sources.stream()
                .map(source -> EarlyWarningSamples.cause(source.variable(), vitals))
                .toList();
    }

    private void seeScore(RuleEvaluation evaluation, AlarmRule rule) {
        EarlyWarningScore warning = warning(evaluation.watch());
        List<RuleSample> samples = EarlyWarningSamples.samples(rule, warning);
        TransitionContext context = TransitionContext.of(
                warning,
                evaluation.at(),
                () -> EarlyWarningSamples.causes(warning, evaluation.vitals(), evaluation.at()));
        List<AlarmRule> active =
                limits.stream().filter(evaluation::isPendingOrOpenAboveLow).toList();
        if (active.isEmpty() || evaluation.isOpen(rule)) {
            evaluation.decide(rule, samples, context);
        } else {
            evaluation.upgradeOpenLimit(rule, samples, active, context);
        }
    }

    /** Removes violations that the known inputs no longer show after other inputs became stale. The delay then starts again. */
    private void forgetStale(AlarmDetectionState watch, AlarmRule rule) {
        List<RuleSample> samples = EarlyWarningSamples.samples(rule, warning(watch));
        watch.keep(rule, watch.episode(rule).onlyWhatStillShows(samples));
    }

    /** Evaluates a trend rule. While a limit alarm is pending or open, it raises no second alarm and its delay starts again. */
    private void seeTrend(RuleEvaluation evaluation, AlarmRule rule, List<String> changed) {
        for (RuleInput source : rule.sources()) {
            if (changed.contains(source.variable())) {
                CurrentValue vital = evaluation.vitals().find(source.variable()).orElseThrow();
                double slope = updateBaseline(evaluation, source, vital);
                if (limits.stream().anyMatch(evaluation::isPendingOrOpenAboveLow)) {
                    evaluation.restartHold(rule);
                }
                var sample = new RuleSample(source, slope, slope, FreshnessRules.unbroken(source.variable(), vital));
                Instant at = AlarmDetectionState.when(vital.moment());
                evaluation.decide(
                        rule,
                        List.of(sample),
                        TransitionContext.withoutCaveat(at, () -> causes(List.of(source), evaluation.vitals())));
            }
        }
    }

    private static double updateBaseline(RuleEvaluation evaluation, RuleInput source, CurrentValue vital) {
        return evaluation
                .watch()
                .learn(source.variable(), vital.value(), vital.at())
                .slope();
    }

    /**
     * Evaluates a predicted risk. The lower end of its interval raises and clears the alarm.
     *
     * @param low lower end of the interval, 0 to 1
     * @param at event time of the scored window; for a window that ends after the stay's newest instant, that instant is used
     */
    public List<AlarmTransition> predict(AlarmDetectionState watch, String bed, double low, Instant at) {
        RuleEvaluation evaluation = new RuleEvaluation(watch, rules.version(), bed);
        Instant reportedAt = at.isAfter(watch.clock()) && watch.hasReadings() ? watch.clock() : at;
        for (AlarmRule rule : of(AlarmRuleKind.RISK)) {
            var sample = new RuleSample(rule.sources().get(0), low, low, ClockAlignment.LIVE);
            evaluation.decide(rule, List.of(sample), TransitionContext.withoutCaveat(reportedAt, List::of));
        }
        return evaluation.made();
    }

    /** Reports a code that no catalogue contains; {@code what} names it. */
    public List<AlarmTransition> unmapped(AlarmDetectionState watch, String bed, String what, Instant at) {
        return reportEquipment(watch, bed, RuleInput.UNMAPPED, 1, what, at);
    }

    /**
     * Evaluates the clock offset that a message shows.
     *
     * @param off offset of the device's clock, never negative
     * @param received when the message was received, on the ward's clock
     */
    public List<AlarmTransition> clock(
            AlarmDetectionState watch, String bed, String device, Duration off, Instant received) {
        RuleEvaluation evaluation = new RuleEvaluation(watch, rules.version(), bed);
        if (watch.recordClockOffset(device, received, off)) {
            equipment.forEach(rule -> TechnicalAlarmDetector.seeClock(evaluation, rule, received));
        }
        return evaluation.made();
    }

    /**
     * Returns the offset of the clock by which {@code variables} were measured, for the message received at {@code received}. It is empty
     * when the offset is unknown.
     */
    public Optional<Duration> clockOff(AlarmDetectionState watch, Collection<String> variables, Instant received) {
        return variables.stream()
                .flatMap(variable -> watch.vitals().find(variable).stream())
                .map(CurrentValue::moment)
                .filter(moment -> moment.received().equals(received))
                .map(moment -> moment.shift().abs())
                .max(Comparator.naturalOrder());
    }

    private List<AlarmTransition> reportEquipment(
            AlarmDetectionState watch, String bed, String variable, double value, String what, Instant at) {
        RuleEvaluation evaluation = new RuleEvaluation(watch, rules.version(), bed);
        TechnicalAlarmDetector.equipmentReported(evaluation, equipment, variable, value, what, at);
        return evaluation.made();
    }
}
