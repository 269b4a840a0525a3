package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.detect.AlarmConditionState.ConfirmedViolation;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.event.AlarmConditionEvent.Cleared;
import org.vigie.signal.alarm.event.AlarmFinding;
import org.vigie.signal.alarm.event.AlarmId;
import org.vigie.signal.text.DurationText;
import org.vigie.signal.text.LocalizedText;

/**
 * Creates the alarm events of one stay.
 *
 * @param ruleVersion version of the rule set
 */
record AlarmEventFactory(String stay, String ruleVersion) {
    private static final DurationText WITHDRAWN = new DurationText(
            "Mesure retirée par son émetteur : fin de l'alarme après ",
            "Measurement withdrawn by its sender: alarm over after ");
    private static final DurationText WITHOUT_SCORE = new DurationText(
            "Aucun score récent avec son intervalle : fin de l'alarme après ",
            "No recent score with an interval: alarm over after ");

    /** Creates an event of one kind. */
    interface AlarmEventConstructor {
        AlarmConditionEvent create(Alarm alarm, Instant at);
    }

    /** Returns an alarm whose finding has no causes. */
    Alarm alarm(String rule, AlarmRuleKind kind, RaisedCondition raised, double value, LocalizedText text) {
        return alarm(rule, kind, raised, new AlarmFinding(ruleVersion, value, raised.limit(), text, List.of()));
    }

    /**
     * Returns the event of a violated limit.
     *
     * @param reason violation of {@code rule}, or of a score that upgrades its alarm
     */
    AlarmConditionEvent violated(
            AlarmEventConstructor constructor,
            AlarmRule rule,
            RaisedCondition raised,
            ViolationReason reason,
            AlarmEventDetails details) {
        ConfirmedViolation violation = reason.violation();
        double value = violation.sample().value();
        double limit = violation.step().limit();
        LocalizedText text = new RuleText(reason.kind(), violation.sample().source())
                .violated(value, limit, Duration.between(reason.since(), details.at()));
        return constructor.create(
                alarm(rule.name(), rule.kind(), raised, finding(value, limit, text, details)), details.at());
    }

    Cleared cleared(AlarmRule rule, RaisedCondition raised, RuleSample sample, AlarmEventDetails details) {
        LocalizedText text = new RuleText(rule.kind(), sample.source())
                .cleared(sample.value(), Duration.between(raised.onset(), details.at()));
        AlarmFinding finding = finding(sample.value(), raised.limit(), text, details);
        return new Cleared(alarm(rule.name(), rule.kind(), raised, finding), details.at());
    }

    Cleared withdrawn(AlarmRule rule, RaisedCondition raised, Instant at) {
        return ended(rule, raised, at, WITHDRAWN);
    }

    Cleared withoutScore(AlarmRule rule, RaisedCondition raised, Instant at) {
        return ended(rule, raised, at, WITHOUT_SCORE);
    }

    private Cleared ended(AlarmRule rule, RaisedCondition raised, Instant at, DurationText why) {
        LocalizedText text = why.with(Duration.between(raised.onset(), at));
        return new Cleared(alarm(rule.name(), rule.kind(), raised, Double.NaN, text), at);
    }

    private Alarm alarm(String rule, AlarmRuleKind kind, RaisedCondition raised, AlarmFinding finding) {
        AlarmId id = new AlarmId(stay, rule, raised.onset());
        return new Alarm(id, kind, raised.priority(), raised.bed(), raised.at(), finding);
    }

    private AlarmFinding finding(double value, double limit, LocalizedText text, AlarmEventDetails details) {
        LocalizedText whole = text.plus(details.remark().get());
        return new AlarmFinding(
                ruleVersion, value, limit, whole, details.causes().get());
    }

    /**
     * Why an alarm is raised or changes its priority.
     *
     * @param kind kind of the rule that was violated
     * @param since when the violation began
     */
    record ViolationReason(AlarmRuleKind kind, ConfirmedViolation violation, Instant since) {}
}
