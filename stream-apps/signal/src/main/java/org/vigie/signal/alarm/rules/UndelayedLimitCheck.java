package org.vigie.signal.alarm.rules;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.table.LocatedYamlNode;

/**
 * Refuses a delay on asystole and apnoea (IEC 60601-1-8: no user delay).
 *
 * <p>Of all urgent low limits of heart rate and of respiratory rate, the lowest stands for asystole and for apnoea. Extreme bradycardia
 * above it may have a delay.
 */
final class UndelayedLimitCheck {
    private final Map<String, LocatedYamlNode> lowest = new HashMap<>();

    /** Notes the urgent low limits of a source. */
    void note(AlarmRuleKind kind, RuleInput input, LocatedYamlNode source) {
        boolean undelayed = kind == AlarmRuleKind.LIMIT
                && input.side() == LimitSide.BELOW
                && RuleInput.UNDELAYED.contains(input.variable());
        if (undelayed) {
            source.at("steps").items().stream()
                    .filter(step -> step.at("priority").oneOf(AlarmPriority.class) == AlarmPriority.HIGH)
                    .forEach(step -> lowest.merge(input.variable(), step, UndelayedLimitCheck::lower));
        }
    }

    private static LocatedYamlNode lower(LocatedYamlNode one, LocatedYamlNode other) {
        return one.at("limit").number() <= other.at("limit").number() ? one : other;
    }

    /** @throws IllegalArgumentException when the lowest limit of a variable has a delay */
    void refuseDelays() {
        lowest.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(entry -> entry.getValue().at("hold"))
                .filter(hold -> !hold.duration().equals(Duration.ZERO))
                .findFirst()
                .ifPresent(hold -> {
                    throw hold.wrong("PT0S: asystole and apnoea wait for nothing");
                });
    }
}
