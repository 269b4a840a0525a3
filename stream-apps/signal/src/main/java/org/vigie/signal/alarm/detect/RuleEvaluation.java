package org.vigie.signal.alarm.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.detect.AlarmConditionState.ConfirmedViolation;
import org.vigie.signal.alarm.detect.AlarmEventFactory.ViolationReason;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.event.AlarmConditionEvent.Downgraded;
import org.vigie.signal.alarm.event.AlarmConditionEvent.Raised;
import org.vigie.signal.alarm.event.AlarmConditionEvent.Upgraded;
import org.vigie.signal.vitals.CurrentVitals;

/** Evaluates the rules of one stay at one instant and collects the events. */
final class RuleEvaluation {
    private final AlarmDetectionState detection;
    private final AlarmEventFactory factory;
    private final String bed;
    private final List<AlarmConditionEvent> events = new ArrayList<>();

    RuleEvaluation(AlarmDetectionState detection, String ruleVersion, String bed) {
        this.detection = detection;
        this.factory = new AlarmEventFactory(detection.stay(), ruleVersion);
        this.bed = bed;
    }

    AlarmDetectionState detection() {
        return detection;
    }

    CurrentVitals vitals() {
        return detection.vitals();
    }

    Instant at() {
        return detection.clock();
    }

    List<AlarmConditionEvent> events() {
        return List.copyOf(events);
    }

    /** Returns true when the rule is neither pending nor open. */
    boolean isNormal(AlarmRule rule) {
        return detection.condition(rule).isNormal();
    }

    boolean isOpen(AlarmRule rule) {
        return detection.condition(rule).raisedOrNull() != null;
    }

    /** Returns true when the rule is pending or open with more than a low priority. */
    boolean isPendingOrOpenAboveLow(AlarmRule rule) {
        AlarmConditionState condition = detection.condition(rule);
        RaisedCondition raised = condition.raisedOrNull();
        return raised == null ? condition.isPendingAboveLow() : raised.priority() != AlarmPriority.LOW;
    }

    /** Restarts the delay of a pending score, because a nurse has just been at the bed. */
    void restartHold(AlarmRule rule) {
        if (!isOpen(rule)) {
            detection.keep(rule, AlarmConditionState.NORMAL);
        }
    }

    /** Raises, upgrades, downgrades or clears the alarm of a rule by its samples. Returns true when it cleared. */
    boolean evaluate(AlarmRule rule, List<RuleSample> samples, AlarmEventDetails details) {
        if (isNormal(rule) && !violatesAny(samples)) {
            return false;
        }
        AlarmConditionState condition = detection.condition(rule).after(samples, details.at());
        RaisedCondition raised = condition.raisedOrNull();
        if (raised != null && condition.isClearFor(samples.get(0).source().clear())) {
            detection.keep(rule, AlarmConditionState.NORMAL);
            events.add(factory.cleared(rule, raised, samples.get(0), details));
            return true;
        }
        detection.keep(rule, condition);
        condition
                .confirmed(samples)
                .filter(violation -> raised == null || violation.callsBeside(raised))
                .ifPresentOrElse(
                        violation -> raiseOrUpgrade(rule, condition, violation, details),
                        () -> condition
                                .eased(samples)
                                .ifPresent(milder -> downgrade(rule, condition, milder, details)));
        return false;
    }

    private static boolean violatesAny(List<RuleSample> samples) {
        for (RuleSample sample : samples) {
            if (sample.source().violatesAny(sample.value())) {
                return true;
            }
        }
        return false;
    }

    private void raiseOrUpgrade(
            AlarmRule rule, AlarmConditionState condition, ConfirmedViolation violation, AlarmEventDetails details) {
        RaisedCondition before = condition.raisedOrNull();
        RaisedCondition raised = before == null
                ? RaisedCondition.by(violation.step(), condition.onset(), details.at(), bed)
                : before.movedTo(violation.step());
        detection.keep(rule, condition.with(raised));
        var reason = new ViolationReason(rule.kind(), violation, raised.onset());
        events.add(factory.violated(before == null ? Raised::new : Upgraded::new, rule, raised, reason, details));
    }

    private void downgrade(
            AlarmRule rule, AlarmConditionState condition, ConfirmedViolation milder, AlarmEventDetails details) {
        RaisedCondition raised = condition.raised().orElseThrow().movedTo(milder.step());
        detection.keep(rule, condition.downgradedTo(raised));
        var reason = new ViolationReason(rule.kind(), milder, raised.onset());
        events.add(factory.violated(Downgraded::new, rule, raised, reason, details));
    }

    /** Ends the pending or open alarm of a rule whose value was withdrawn. */
    void withdraw(AlarmRule rule) {
        detection.condition(rule).raised().ifPresent(raised -> events.add(factory.withdrawn(rule, raised, at())));
        detection.keep(rule, AlarmConditionState.NORMAL);
    }

    /** Ends the pending or open alarm of a rule that no recent score evaluates. */
    void endWithoutScore(AlarmRule rule, Instant at) {
        detection.condition(rule).raised().ifPresent(raised -> events.add(factory.withoutScore(rule, raised, at)));
        detection.keep(rule, AlarmConditionState.NORMAL);
    }

    /**
     * Updates a score while other alarms are open. The score raises no alarm of its own. If no open alarm is as urgent as the score, the
     * first one is upgraded.
     */
    void upgradeOpenLimit(
            AlarmRule score, List<RuleSample> samples, List<AlarmRule> active, AlarmEventDetails details) {
        AlarmConditionState condition = detection.condition(score).after(samples, details.at());
        detection.keep(score, condition);
        List<AlarmRule> open = active.stream().filter(this::isOpen).toList();
        Optional<ConfirmedViolation> higher = condition
                .confirmed(samples)
                .filter(violation -> open.stream()
                        .allMatch(rule -> violation.isAbove(
                                detection.condition(rule).raised().orElseThrow())));
        if (higher.isPresent() && !open.isEmpty()) {
            upgrade(open.get(0), new ViolationReason(AlarmRuleKind.SCORE, higher.get(), condition.onset()), details);
        }
    }

    private void upgrade(AlarmRule rule, ViolationReason reason, AlarmEventDetails details) {
        AlarmConditionState condition = detection.condition(rule);
        AlarmPriority priority = reason.violation().step().priority();
        RaisedCondition raised = condition.raised().orElseThrow().withPriority(priority);
        detection.keep(rule, condition.with(raised));
        events.add(factory.violated(Upgraded::new, rule, raised, reason, details));
    }
}
