package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.newest.ClockAlignment;

/** Technical alarms: a silent sensor, a wrong clock, a code that nobody knows. */
final class TechnicalAlarmDetector {
    /** The same is no news within so long. */
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** An unknown code that comes no more is forgotten, and so is the clock of a device that says nothing. */
    private static final Duration HOUR = Duration.ofHours(1);
    /** However seldom its device speaks, a clock that is right is right. */
    private static final Duration ANY_GAP = Duration.ofDays(365);

    private TechnicalAlarmDetector() {}

    static void see(RuleEvaluation evaluation, AlarmRule rule) {
        RuleInput input = rule.sources().get(0);
        switch (input.variable()) {
            case RuleInput.CLOCK -> {}
            case RuleInput.UNMAPPED -> seeUnmapped(evaluation, rule, input);
            default -> seeSilence(evaluation, rule, input);
        }
    }

    private static void seeSilence(RuleEvaluation evaluation, AlarmRule rule, RuleInput input) {
        String variable = input.variable().substring(RuleInput.SILENCE.length());
        evaluation
                .vitals()
                .silence(variable, ClockAlignment.LIVE, evaluation.at())
                .ifPresent(silence -> decide(
                        evaluation,
                        rule,
                        input,
                        (double) silence.toSeconds(),
                        ClockAlignment.LIVE,
                        () -> List.of(EarlyWarningSamples.cause(variable, evaluation.vitals()))));
    }

    /** A message came at {@code received}: how far are the clocks off that were heard lately? */
    static void seeClock(RuleEvaluation evaluation, AlarmRule rule, Instant received) {
        RuleInput input = rule.sources().get(0);
        Duration off = evaluation.watch().clockOff(received.minus(HOUR));
        if (input.variable().equals(RuleInput.CLOCK) && (!off.isZero() || evaluation.isOpen(rule))) {
            double seconds = off.toSeconds();
            var sample = new RuleSample(input, seconds, seconds, ANY_GAP);
            evaluation.decide(rule, List.of(sample), TransitionContext.withoutCaveat(received, List::of));
        }
    }

    private static void seeUnmapped(RuleEvaluation evaluation, AlarmRule rule, RuleInput input) {
        if (evaluation.isOpen(rule)) {
            Optional<Instant> heard =
                    Optional.ofNullable(evaluation.vitals().lastSignals().get(RuleInput.UNMAPPED));
            boolean over =
                    heard.map(at -> evaluation.at().isAfter(at.plus(HOUR))).orElse(true);
            decide(evaluation, rule, input, over ? 0 : 1, HOUR, List::of);
        }
    }

    private static void decide(
            RuleEvaluation evaluation,
            AlarmRule rule,
            RuleInput input,
            double value,
            Duration unbroken,
            Supplier<List<AlarmTransition.TriggeringReading>> causes) {
        var sample = new RuleSample(input, value, value, unbroken);
        evaluation.decide(rule, List.of(sample), TransitionContext.withoutCaveat(evaluation.at(), causes));
    }

    /** What came about the equipment beside the readings; said again within a minute it is no news. */
    static void equipmentReported(
            RuleEvaluation evaluation,
            List<AlarmRule> equipment,
            String variable,
            double value,
            String what,
            Instant at) {
        Optional<Instant> heard =
                Optional.ofNullable(evaluation.vitals().lastSignals().get(variable));
        if (heard.filter(before -> at.isBefore(before.plus(MINUTE))).isPresent()) {
            return;
        }
        evaluation.vitals().recordSignal(variable, at);
        equipment.stream()
                .filter(rule -> rule.sources().get(0).variable().equals(variable))
                .forEach(rule -> {
                    var sample = new RuleSample(rule.sources().get(0), value, value, HOUR);
                    evaluation.decide(
                            rule, List.of(sample), new TransitionContext(at, () -> what, () -> what, List::of));
                });
    }
}
