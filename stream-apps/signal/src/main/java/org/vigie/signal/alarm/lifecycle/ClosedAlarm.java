package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmTransition;

/** An alarm that is over and may still be judged. */
public record ClosedAlarm(
        String alert,
        String bed,
        String rule,
        String version,
        AlarmRuleKind kind,
        AlarmPriority priority,
        Instant onset,
        Instant raisedAt) {

    static ClosedAlarm of(AlarmTransition told) {
        return new ClosedAlarm(
                told.alert(),
                told.bed(),
                told.rule(),
                told.ruleVersion(),
                told.kind(),
                told.priority(),
                told.onset(),
                told.raisedAt());
    }

    AlarmTransition told(String stay) {
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
