package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.newest.ClockAlignment;
import org.vigie.signal.text.LocalizedText;

/** Detects technical alarms: a silent sensor, a wrong clock, an unknown code. */
final class TechnicalAlarmDetector {
    /** Time within which a repeated report is ignored. */
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Time after which an unknown code and the clock of a silent device are no longer considered. */
    private static final Duration HOUR = Duration.ofHours(1);

    private TechnicalAlarmDetector() {}

    static void evaluate(RuleEvaluation evaluation, AlarmRule rule) {
        RuleInput input = rule.sources().get(0);
        switch (input.variable()) {
            case RuleInput.CLOCK -> {}
            case RuleInput.UNMAPPED -> evaluateUnmapped(evaluation, rule, input);
            default -> evaluateSignal(evaluation, rule, input);
        }
    }

    private static void evaluateSignal(RuleEvaluation evaluation, AlarmRule rule, RuleInput input) {
        if (input.variable().startsWith(RuleInput.SILENCE)) {
            evaluateSilence(evaluation, rule, input);
        } else {
            var pair = MeasurementPair.of(input.variable());
            pair.sample(evaluation.vitals(), evaluation.at())
                    .ifPresent(value -> evaluate(
                            evaluation, rule, input, value, pair.unbroken(), () -> pair.causes(evaluation.vitals())));
        }
    }

    private static void evaluateSilence(RuleEvaluation evaluation, AlarmRule rule, RuleInput input) {
        String variable = input.variable().substring(RuleInput.SILENCE.length());
        evaluation
                .vitals()
                .silence(variable, ClockAlignment.LIVE, evaluation.at())
                .ifPresent(silence -> evaluate(
                        evaluation,
                        rule,
                        input,
                        (double) silence.toSeconds(),
                        ClockAlignment.LIVE,
                        () -> List.of(EarlyWarningSamples.cause(variable, evaluation.vitals()))));
    }

    /** Evaluates the clock offsets of the devices with a recent message, after a message received at {@code received}. */
    static void evaluateClock(RuleEvaluation evaluation, AlarmRule rule, Instant received) {
        RuleInput input = rule.sources().get(0);
        Duration off = evaluation.detection().clockOff(received.minus(HOUR));
        if (input.variable().equals(RuleInput.CLOCK) && (!off.isZero() || evaluation.isOpen(rule))) {
            double seconds = off.toSeconds();
            var sample = new RuleSample(input, seconds, seconds, RuleSample.ANY_GAP);
            evaluation.evaluate(rule, List.of(sample), AlarmEventDetails.withoutRemark(received, List::of));
        }
    }

    private static void evaluateUnmapped(RuleEvaluation evaluation, AlarmRule rule, RuleInput input) {
        if (evaluation.isOpen(rule)) {
            Optional<Instant> lastReport =
                    Optional.ofNullable(evaluation.vitals().lastSignals().get(RuleInput.UNMAPPED));
            boolean over =
                    lastReport.map(at -> evaluation.at().isAfter(at.plus(HOUR))).orElse(true);
            evaluate(evaluation, rule, input, over ? 0 : 1, HOUR, List::of);
        }
    }

    private static void evaluate(
            RuleEvaluation evaluation,
            AlarmRule rule,
            RuleInput input,
            double value,
            Duration unbroken,
            Supplier<List<TriggeringReading>> causes) {
        var sample = new RuleSample(input, value, value, unbroken);
        evaluation.evaluate(rule, List.of(sample), AlarmEventDetails.withoutRemark(evaluation.at(), causes));
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
                    evaluation.evaluate(
                            rule, List.of(sample), new AlarmEventDetails(at, () -> LocalizedText.same(what), List::of));
                });
    }
}
