package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmTransition;

/** An alarm that has ended and can still get feedback. */
public record ClosedAlarm(
        String alert,
        String bed,
        String rule,
        String version,
        AlarmRuleKind kind,
        AlarmPriority priority,
        Instant onset,
        Instant raisedAt) {

    static ClosedAlarm of(AlarmTransition transition) {
        return new ClosedAlarm(
                transition.alert(),
                transition.bed(),
                transition.rule(),
                transition.ruleVersion(),
                transition.kind(),
                transition.priority(),
                transition.onset(),
                transition.raisedAt());
    }

    AlarmTransition transition(String stay) {
        return new AlarmTransition(
                alert,
                stay,
                bed,
                rule,
                version,
                kind,
                priority,
                AlarmTransition.TransitionKind.CLEARED,
                onset,
                raisedAt,
                raisedAt,
                Double.NaN,
                Double.NaN,
                "",
                "",
                List.of());
    }
}
