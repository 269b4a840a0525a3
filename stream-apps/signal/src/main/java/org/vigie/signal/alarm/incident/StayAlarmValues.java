package org.vigie.signal.alarm.incident;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
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

/** Gives the live values of one stay by the rules in force at its bed. A value that is no longer fresh is not live. */
public final class StayAlarmValues implements LiveAlarmValues {
    private static final LocalizedText UNKNOWN = LocalizedText.same(" --");
    /** Limits the age of a live value that stands without its time. A chart holds a value for hours. */
    private static final Duration RECENT = Duration.ofMinutes(5);

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
    public LocalizedText text(Alarm alarm, IncidentTimeText time) {
        return rules.rules().stream()
                .filter(rule -> rule.name().equals(alarm.rule()))
                .findFirst()
                .map(rule -> text(rule, alarm, time))
                .orElseGet(() -> alarm.finding().text());
    }

    @Override
    public int earlyWarning() {
        return certainPoints(detector.warning(detection));
    }

    @Override
    public Instant newestReadingAt(Instant now) {
        return detection.clock().isBefore(now) ? detection.clock() : now;
    }

    @Override
    public Optional<Instant> measuredAfter(Instant since, Alarm alarm, Instant now) {
        return new NewerMeasurementCheck(rules, detection.vitals()).measuredAfter(since, alarm, now);
    }

    private static int certainPoints(EarlyWarningScore score) {
        return (score.ventilated() ? score.without(SATURATED) : score).low();
    }

    private LocalizedText text(AlarmRule rule, Alarm alarm, IncidentTimeText time) {
        if (rule.kind() == AlarmRuleKind.SCORE) {
            return rule.sources().get(0).label().plus(points(detector.warning(detection, time.now())));
        }
        RuleInput input = shown(rule, alarm, time.now());
        return input.label().plus(value(input, time));
    }

    private static LocalizedText points(EarlyWarningScore score) {
        boolean known = score.parts().stream().anyMatch(EarlyWarningScore.ScoreComponent::known);
        return known ? LocalizedText.same(" " + certainPoints(score)) : UNKNOWN;
    }

    /** Returns the live value, with its time when it is older than some minutes; else the newest one with its time. */
    private LocalizedText value(RuleInput input, IncidentTimeText time) {
        return detection
                .vitals()
                .fresh(input.variable(), time.now())
                .map(value -> live(value, time))
                .or(() -> detection.vitals().find(input.variable()).map(old -> UNKNOWN.plus(old(old, time))))
                .orElse(UNKNOWN);
    }

    private static LocalizedText live(CurrentValue value, IncidentTimeText time) {
        boolean recent = !value.at().isBefore(time.now().minus(RECENT));
        return recent
                ? amount(value.value())
                : amount(value.value()).plus(LocalizedText.same(" ")).plus(time.at(value.at()));
    }

    private static LocalizedText old(CurrentValue value, IncidentTimeText time) {
        LocalizedText at = LocalizedText.same(" ").plus(time.at(value.at()));
        return LocalizedText.same(" (").plus(number(value.value())).plus(at).plus(LocalizedText.same(")"));
    }

    /** Returns the input that breaks the most urgent limit now; else the one that caused the alarm. The limit of a trend is a slope. */
    private RuleInput shown(AlarmRule rule, Alarm alarm, Instant now) {
        List<RuleInput> sources = rule.sources();
        List<RuleInput> limits = rule.kind() == AlarmRuleKind.LIMIT ? sources : List.of();
        return Arrays.stream(AlarmPriority.values())
                .flatMap(priority -> limits.stream().filter(source -> breaks(source, priority, now)))
                .findFirst()
                .or(() -> sources.stream()
                        .filter(source -> isCause(source, alarm))
                        .findFirst())
                .orElse(sources.get(0));
    }

    private boolean breaks(RuleInput source, AlarmPriority priority, Instant now) {
        return live(source, now)
                .filter(value -> source.violates(value, priority))
                .isPresent();
    }

    private static boolean isCause(RuleInput source, Alarm alarm) {
        return alarm.finding().causes().stream()
                .map(TriggeringReading::variable)
                .anyMatch(source.variable()::equals);
    }

    private Optional<Double> live(RuleInput input, Instant now) {
        return detection.vitals().fresh(input.variable(), now).map(CurrentValue::value);
    }

    private static LocalizedText amount(double value) {
        return LocalizedText.same(" ").plus(number(value));
    }

    private static LocalizedText number(double value) {
        String text = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return new LocalizedText(text.replace('.', ','), text);
    }
}
