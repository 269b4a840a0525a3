package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.event.AlarmConditionEvent.Cleared;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.signal.text.DurationText;

/**
 * Clears all open and pending alarms when the patient has left, or when the stay is identified and monitored under its real name.
 *
 * @param end event time of the end
 */
record EndOfStayClearing(AlarmDetectionState detection, AlarmRuleSet rules, Instant end) {
    private static final DurationText ENDED =
            new DurationText("Séjour terminé : fin de l'alarme après ", "Stay ended: alarm over after ");
    private static final DurationText IDENTIFIED = new DurationText(
            "Patient identifié, surveillé sous son séjour : fin de l'alarme provisoire après ",
            "Patient known and watched under the real stay: provisional alarm over after ");

    /** Clears all alarms, sorted by rule. An alarm that was raised after the end is cleared at its raising. */
    List<AlarmConditionEvent> clearAll() {
        Map<String, AlarmConditionState> conditions = detection.conditions();
        List<AlarmConditionEvent> cleared = conditions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().raised().map(raised -> cleared(entry.getKey(), raised)).stream())
                .toList();
        conditions.keySet().forEach(rule -> detection.keep(rule, AlarmConditionState.NORMAL));
        return cleared;
    }

    private AlarmConditionEvent cleared(String rule, RaisedCondition raised) {
        Instant at = end.isBefore(raised.at()) ? raised.at() : end;
        DurationText text = StayAssignment.isProvisional(detection.stay()) ? IDENTIFIED : ENDED;
        var factory = new AlarmEventFactory(detection.stay(), rules.version());
        Duration open = Duration.between(raised.onset(), at);
        return new Cleared(factory.alarm(rule, kind(rule), raised, Double.NaN, text.with(open)), at);
    }

    /** Returns the kind of a rule. The rule may have left the rule set since its alarm was raised. */
    private AlarmRuleKind kind(String name) {
        return rules.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .map(AlarmRule::kind)
                .findFirst()
                .orElse(BedSilenceRule.isRule(name) ? AlarmRuleKind.TECHNICAL : AlarmRuleKind.LIMIT);
    }
}
