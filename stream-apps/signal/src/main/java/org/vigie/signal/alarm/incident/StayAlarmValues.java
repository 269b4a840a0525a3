package org.vigie.signal.alarm.incident;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.AlarmDetector;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.earlywarning.News2Calculator;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.CurrentValue;

/** Gives the live values of one stay at its newest instant, by the rules in force at its bed. */
public final class StayAlarmValues implements LiveAlarmValues {
    private static final Set<String> SATURATED = Set.copyOf(News2Calculator.SATURATED);

    private final AlarmRuleSet rules;
    private final AlarmDetector detector;
    private final AlarmDetectionState detection;

    public StayAlarmValues(AlarmRuleSet rules, AlarmDetector detector, AlarmDetectionState detection) {
        this.rules = rules;
        this.detector = detector;
        this.detection = detection;
    }

    @Override
    public LocalizedText text(Alarm alarm) {
        return rules.rules().stream()
                .filter(rule -> rule.name().equals(alarm.rule()))
                .findFirst()
                .map(rule -> text(rule, alarm))
                .orElseGet(() -> alarm.finding().text());
    }

    @Override
    public int earlyWarning() {
        EarlyWarningScore score = detector.warning(detection);
        return (score.ventilated() ? score.without(SATURATED) : score).low();
    }

    private LocalizedText text(AlarmRule rule, Alarm alarm) {
        if (rule.kind() == AlarmRuleKind.SCORE) {
            return rule.sources().get(0).label().plus(LocalizedText.same(" " + earlyWarning()));
        }
        RuleInput input = shown(rule, alarm);
        double value = live(input).orElse(alarm.finding().value());
        return Double.isNaN(value) ? input.label() : input.label().plus(amount(value));
    }

    /** Returns the input that breaks the most urgent limit now; else the one that caused the alarm. */
    private RuleInput shown(AlarmRule rule, Alarm alarm) {
        List<RuleInput> sources = rule.sources();
        return Arrays.stream(AlarmPriority.values())
                .flatMap(priority -> sources.stream().filter(source -> breaks(source, priority)))
                .findFirst()
                .or(() -> sources.stream()
                        .filter(source -> isCause(source, alarm))
                        .findFirst())
                .orElse(sources.get(0));
    }

    private boolean breaks(RuleInput source, AlarmPriority priority) {
        return live(source).filter(value -> source.violates(value, priority)).isPresent();
    }

    private static boolean isCause(RuleInput source, Alarm alarm) {
        return alarm.finding().causes().stream()
                .map(TriggeringReading::variable)
                .anyMatch(source.variable()::equals);
    }

    private Optional<Double> live(RuleInput input) {
        return detection.vitals().fresh(input.variable(), detection.clock()).map(CurrentValue::value);
    }

    private static LocalizedText amount(double value) {
        String text = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return new LocalizedText(" " + text.replace('.', ','), " " + text);
    }
}
