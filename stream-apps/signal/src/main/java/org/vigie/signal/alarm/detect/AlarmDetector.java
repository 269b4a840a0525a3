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
 * Runs the rules over a stay, instant by instant. Same readings, same alerts: nothing here knows what time it is.
 *
 * <p>Limits come first. The early-warning score calls no second nurse: while a limit alarm is pending or open it only makes the open
 * one more urgent, and once that is over its own hold begins anew.
 */
public final class AlarmDetector {
    /** No input of a score grows stale in less. */
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

    /** Takes one instant into {@code watch} and gives the transitions it makes, in the order of the rules. */
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

    /** Takes one instant of the past into {@code watch}: it fills what is known and calls nobody. */
    public void fillPast(AlarmDetectionState watch, InstantReadings snapshot) {
        MeasurementTime moment = snapshot.moment();
        watch.advance(moment);
        watch.withdraw(snapshot);
        watch.take(snapshot, moment);
    }

    /** Raises {@code bed_silent} when a monitored stay has said nothing for {@code silence} of wall-clock time. */
    public Optional<AlarmTransition> raiseSilent(AlarmDetectionState watch, String bed, Duration silence) {
        return BedSilenceRule.SILENT.raise(watch, rules.version(), bed, silence);
    }

    /** Whether {@link #raiseSilent} would call somebody. */
    public boolean wouldRaiseSilent(AlarmDetectionState watch) {
        return BedSilenceRule.SILENT.wouldRaise(watch);
    }

    /** Raises {@code bed_unread} when of a monitored stay nothing was read for {@code silence} of wall-clock time. */
    public Optional<AlarmTransition> raiseUnread(AlarmDetectionState watch, String bed, Duration silence) {
        return BedSilenceRule.UNREAD.raise(watch, rules.version(), bed, silence);
    }

    /** Whether {@link #raiseUnread} would call somebody. */
    public boolean wouldRaiseUnread(AlarmDetectionState watch) {
        return BedSilenceRule.UNREAD.wouldRaise(watch);
    }

    /** Clears {@code bed_unread}: nothing lies unread. */
    public Optional<AlarmTransition> clearUnread(AlarmDetectionState watch) {
        return BedSilenceRule.clearUnread(watch, rules.version());
    }

    /** Clears all that is open: the stay ended at {@code end}. */
    public List<AlarmTransition> clearAll(AlarmDetectionState watch, Instant end) {
        return EndOfStayClearing.clearAll(watch, rules, end);
    }

    /** NEWS2 of a stay at its newest instant. */
    public EarlyWarningScore warning(AlarmDetectionState watch) {
        return news2.score(watch.vitals(), SaturationScale.SCALE_1, watch.clock());
    }

    private List<AlarmRule> of(AlarmRuleKind kind) {
        return rules.rules().stream().filter(rule -> rule.kind() == kind).toList();
    }

    /** What was withdrawn neither raises nor holds: an alarm goes on only where another value, or the corrected one, still shows it. */
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

    /** The first device with a fresh value speaks, and only when it has something new to say. */
    private void seeLimit(RuleEvaluation evaluation, AlarmRule rule, Instant at, List<String> changed) {
        Optional<RuleInput> first = rule.sources().stream()
                .filter(source ->
                        evaluation.vitals().fresh(source.variable(), at).isPresent())
                .findFirst();
        List<RuleInput> speaking = first.map(source -> rule.of(source.device())).orElse(List.of());
        List<RuleInput> telling = speaking.stream()
                .filter(source -> changed.contains(source.variable()))
                .toList();
        if (!telling.isEmpty()) {
            List<RuleSample> sights = speaking.stream()
                    .flatMap(source -> RuleSample.of(source, evaluation.vitals(), at).stream())
                    .toList();
            if (evaluation.decide(
                    rule, sights, TransitionContext.withoutCaveat(at, () -> causes(telling, evaluation.vitals())))) {
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
        List<RuleSample> sights = EarlyWarningSamples.sights(rule, warning);
        TransitionContext context = TransitionContext.of(
                warning,
                evaluation.at(),
                () -> EarlyWarningSamples.causes(warning, evaluation.vitals(), evaluation.at()));
        List<AlarmRule> calling =
                limits.stream().filter(evaluation::isPendingOrOpenAboveLow).toList();
        if (calling.isEmpty() || evaluation.isOpen(rule)) {
            evaluation.decide(rule, sights, context);
        } else {
            evaluation.upgradeOpenLimit(rule, sights, calling, context);
        }
    }

    /** While nothing was measured, inputs grew stale: did what is still known violate? If not, a hold begins anew. */
    private void forgetStale(AlarmDetectionState watch, AlarmRule rule) {
        List<RuleSample> sights = EarlyWarningSamples.sights(rule, warning(watch));
        watch.keep(rule, watch.episode(rule).onlyWhatStillShows(sights));
    }

    /** A drift calls no second nurse: while a limit alarm is pending or open, its persistence begins anew. */
    private void seeTrend(RuleEvaluation evaluation, AlarmRule rule, List<String> changed) {
        for (RuleInput source : rule.sources()) {
            if (changed.contains(source.variable())) {
                CurrentValue vital = evaluation.vitals().find(source.variable()).orElseThrow();
                double slope = watchLearns(evaluation, source, vital);
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

    private static double watchLearns(RuleEvaluation evaluation, RuleInput source, CurrentValue vital) {
        return evaluation
                .watch()
                .learn(source.variable(), vital.value(), vital.at())
                .slope();
    }

    /**
     * A risk was predicted: it raises by the lower end of its interval and clears by it.
     *
     * @param low lower end, 0 to 1
     * @param at event time of the window that was scored; a window that goes on longer than the stay tells of the stay's newest instant
     */
    public List<AlarmTransition> predict(AlarmDetectionState watch, String bed, double low, Instant at) {
        RuleEvaluation evaluation = new RuleEvaluation(watch, rules.version(), bed);
        Instant told = at.isAfter(watch.clock()) && watch.hasReadings() ? watch.clock() : at;
        for (AlarmRule rule : of(AlarmRuleKind.RISK)) {
            var sample = new RuleSample(rule.sources().get(0), low, low, ClockAlignment.LIVE);
            evaluation.decide(rule, List.of(sample), TransitionContext.withoutCaveat(told, List::of));
        }
        return evaluation.made();
    }

    /** A code came that no catalogue knows; {@code what} says which. */
    public List<AlarmTransition> unmapped(AlarmDetectionState watch, String bed, String what, Instant at) {
        return told(watch, bed, RuleInput.UNMAPPED, 1, what, at);
    }

    /**
     * A message came, and shows how far the clock of its device is off.
     *
     * @param off never negative
     * @param received on the ward's clock
     */
    public List<AlarmTransition> clock(
            AlarmDetectionState watch, String bed, String device, Duration off, Instant received) {
        RuleEvaluation evaluation = new RuleEvaluation(watch, rules.version(), bed);
        if (watch.recordClockOffset(device, received, off)) {
            equipment.forEach(rule -> TechnicalAlarmDetector.seeClock(evaluation, rule, received));
        }
        return evaluation.made();
    }

    /** How far the clock is off by which {@code variables} were measured, which came at {@code received}; empty where that cannot be told. */
    public Optional<Duration> clockOff(AlarmDetectionState watch, Collection<String> variables, Instant received) {
        return variables.stream()
                .flatMap(variable -> watch.vitals().find(variable).stream())
                .map(CurrentValue::moment)
                .filter(moment -> moment.received().equals(received))
                .map(moment -> moment.shift().abs())
                .max(Comparator.naturalOrder());
    }

    private List<AlarmTransition> told(
            AlarmDetectionState watch, String bed, String variable, double value, String what, Instant at) {
        RuleEvaluation evaluation = new RuleEvaluation(watch, rules.version(), bed);
        TechnicalAlarmDetector.equipmentReported(evaluation, equipment, variable, value, what, at);
        return evaluation.made();
    }
}
