package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vigie.signal.alarm.AlarmIdHash;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.AlarmTransition.TransitionKind;
import org.vigie.signal.identify.StayAssignment;

/** Clears all open and pending episodes when the patient has left, or when the stay is identified and monitored under its real name. */
final class EndOfStayClearing {
    private EndOfStayClearing() {}

    /** Clears all episodes at {@code end}. An episode that was raised later ends at its raising. */
    static List<AlarmTransition> clearAll(AlarmDetectionState watch, AlarmRuleSet rules, Instant end) {
        Map<String, AlarmConditionState> episodes = watch.episodes();
        List<AlarmTransition> cleared = episodes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .flatMap(entry -> entry.getValue().raised().stream()
                        .map(raised -> cleared(watch, rules, entry.getKey(), raised, end)))
                .toList();
        episodes.keySet().forEach(rule -> watch.keep(rule, AlarmConditionState.NORMAL));
        return cleared;
    }

    private static AlarmTransition cleared(
            AlarmDetectionState watch, AlarmRuleSet rules, String rule, RaisedCondition raised, Instant end) {
        Instant at = end.isBefore(raised.at()) ? raised.at() : end;
        Duration open = Duration.between(raised.onset(), at);
        boolean known = StayAssignment.isProvisional(watch.stay());
        return new AlarmTransition(
                AlarmIdHash.of(watch.stay(), rule, raised.onset()),
                watch.stay(),
                raised.bed(),
                rule,
                rules.version(),
                kind(rules, rule),
                raised.priority(),
                TransitionKind.CLEARED,
                raised.onset(),
                raised.at(),
                at,
                Double.NaN,
                raised.limit(),
                known ? AlarmTextFormatter.knownFr(open) : AlarmTextFormatter.endedFr(open),
                known ? AlarmTextFormatter.knownEn(open) : AlarmTextFormatter.endedEn(open),
                List.of());
    }

    /** Returns the kind of a rule. The rule may have left the rule set since its alarm was raised. */
    private static AlarmRuleKind kind(AlarmRuleSet rules, String name) {
        return rules.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .map(AlarmRule::kind)
                .findFirst()
                .orElse(BedSilenceRule.isRule(name) ? AlarmRuleKind.TECHNICAL : AlarmRuleKind.LIMIT);
    }
}
