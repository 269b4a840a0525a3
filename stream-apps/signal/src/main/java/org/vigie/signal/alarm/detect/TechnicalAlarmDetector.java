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

/** Detects technical alarms: a silent sensor, a wrong clock, an unknown code. */
final class TechnicalAlarmDetector {
    /** Time within which a repeated report is ignored. */
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Time after which an unknown code and the clock of a silent device are no longer considered. */
    private static final Duration HOUR = Duration.ofHours(1);

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

    /** Evaluates the clock offsets of the devices with a recent message, after a message received at {@code received}. */
    static void seeClock(RuleEvaluation evaluation, AlarmRule rule, Instant received) {
        RuleInput input = rule.sources().get(0);
        Duration off = evaluation.watch().clockOff(received.minus(HOUR));
        if (input.variable().equals(RuleInput.CLOCK) && (!off.isZero() || evaluation.isOpen(rule))) {
            double seconds = off.toSeconds();
            var sample = new RuleSample(input, seconds, seconds, RuleSample.ANY_GAP);
            evaluation.decide(rule, List.of(sample), TransitionContext.withoutCaveat(received, List::of));
        }
    }

    private static void seeUnmapped(RuleEvaluation evaluation, AlarmRule rule, RuleInput input) {
        if (evaluation.isOpen(rule)) {
            Optional<Instant> lastReport =
                    Optional.ofNullable(evaluation.vitals().lastSignals().get(RuleInput.UNMAPPED));
            boolean over =
                    lastReport.map(at -> evaluation.at().isAfter(at.plus(HOUR))).orElse(true);
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

    /** Evaluates a report about the equipment that came beside the readings. A report that is repeated within a minute is ignored. */
    static void equipmentReported(
            RuleEvaluation evaluation,
            List<AlarmRule> equipment,
            String variable,
            double value,
            String what,
            Instant at) {
        Optional<Instant> lastReport =
                Optional.ofNullable(evaluation.vitals().lastSignals().get(variable));
        if (lastReport.filter(before -> at.isBefore(before.plus(MINUTE))).isPresent()) {
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
