package org.vigie.station.alarm.limit;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.RuleInput.LimitStep;
import org.vigie.signal.text.LocalizedText;
import org.vigie.station.trend.LimitInForceSnapshot;

/**
 * Knows the alarm rules in force at one bed: those of its unit, with the limits of its patient in their place.
 *
 * <p>It raises no alarm. It names the limit that a value violates, so that the page marks the value before its alarm is raised.
 */
public final class BedAlarmLimits {
    private final Map<String, AlarmRule> rules;
    private final Map<String, List<RuleInput>> limits;

    BedAlarmLimits(AlarmRuleSet inForce) {
        rules = inForce.rules().stream().collect(Collectors.toMap(AlarmRule::name, Function.identity()));
        limits = inForce.of(AlarmRuleKind.LIMIT).stream()
                .flatMap(rule -> rule.sources().stream())
                .collect(Collectors.groupingBy(RuleInput::variable));
    }

    /** Returns the most urgent limit that a value violates, whatever device measured it. */
    public Optional<LimitViolationSnapshot> violatedBy(String variable, double value) {
        return limits.getOrDefault(variable, List.of()).stream()
                .filter(input -> input.violatesAny(value))
                .map(input -> violation(input, value))
                .min(Comparator.comparing(LimitViolationSnapshot::priority));
    }

    /** Returns the limits in force of one variable, the mildest first. */
    public List<LimitInForceSnapshot> inForce(String variable) {
        return limits.getOrDefault(variable, List.of()).stream()
                .flatMap(input -> input.steps().stream().map(step -> inForce(input, step)))
                .distinct()
                .toList();
    }

    /** Returns the shortest delay between a violation of a variable's limit and its alarm; empty when each alarm is raised at once. */
    public Optional<Duration> shortestHold(String variable) {
        return limits.getOrDefault(variable, List.of()).stream()
                .flatMap(input -> input.steps().stream())
                .map(LimitStep::hold)
                .filter(hold -> !hold.isZero())
                .min(Comparator.naturalOrder());
    }

    /** Returns the side on which a rule finds a variable's values bad; empty for another rule or variable. */
    public Optional<LimitSide> side(String rule, String variable) {
        return Optional.ofNullable(rules.get(rule)).stream()
                .flatMap(found -> found.sources().stream())
                .filter(input -> input.variable().equals(variable))
                .map(RuleInput::side)
                .findFirst();
    }

    /** Returns true for a rule of a score, such as NEWS2. Its alarm names no vital sign as the cause. */
    public boolean isScore(String rule) {
        return Optional.ofNullable(rules.get(rule))
                .filter(found -> found.kind() == AlarmRuleKind.SCORE)
                .isPresent();
    }

    /**
     * Returns what ends an alarm of a rule about limits or a score; empty for other rules.
     *
     * @param variables that caused the alarm; a score has inputs of its own
     */
    public List<AlarmEndSnapshot> ends(String rule, List<String> variables) {
        return Optional.ofNullable(rules.get(rule)).stream()
                .filter(found -> found.kind() == AlarmRuleKind.LIMIT || found.kind() == AlarmRuleKind.SCORE)
                .flatMap(found -> found.sources().stream())
                .filter(input -> isScore(rule) || variables.contains(input.variable()))
                .map(AlarmEndSnapshot::of)
                .distinct()
                .toList();
    }

    /** Returns the vital sign or the device of a rule in words; the rule's name when the rules in force do not contain it. */
    public LocalizedText label(String rule) {
        return Optional.ofNullable(rules.get(rule))
                .map(found -> found.sources().get(0).label())
                .orElseGet(() -> LocalizedText.same(rule));
    }

    /** Returns the limit at which a rule raises an alarm of a priority; empty for a rule that is not about limits. */
    public Optional<LimitInForceSnapshot> limit(String rule, String priority) {
        return Optional.ofNullable(rules.get(rule)).filter(found -> found.kind() == AlarmRuleKind.LIMIT).stream()
                .map(found -> found.sources().get(0))
                .flatMap(input -> input.steps().stream().map(step -> inForce(input, step)))
                .filter(limit -> limit.priority().equals(priority))
                .findFirst();
    }

    private static LimitViolationSnapshot violation(RuleInput input, double value) {
        LimitStep step = input.steps().stream()
                .filter(each -> input.violates(value, each.priority()))
                .min(Comparator.comparing(LimitStep::priority))
                .orElseThrow();
        return new LimitViolationSnapshot(input.side().name(), step.priority(), step.limit(), isOwn(step));
    }

    private static LimitInForceSnapshot inForce(RuleInput input, LimitStep step) {
        return new LimitInForceSnapshot(
                input.variable(), input.side().name(), step.priority().name(), step.limit(), isOwn(step));
    }

    private static boolean isOwn(LimitStep step) {
        return !step.setBy().equals(LimitStep.RULE_SET) && !step.setBy().equals(LimitStep.UNIT);
    }
}
