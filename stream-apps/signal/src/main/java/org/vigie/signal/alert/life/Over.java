package org.vigie.signal.alert.life;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.alert.Priority;
import org.vigie.signal.alert.RuleKind;
import org.vigie.signal.alert.Transition;

/** An alarm that is over and may still be judged. */
public record Over(
        String alert,
        String bed,
        String rule,
        String version,
        RuleKind kind,
        Priority priority,
        Instant onset,
        Instant raisedAt) {

    static Over of(Transition told) {
        return new Over(
                told.alert(),
                told.bed(),
                told.rule(),
                told.ruleVersion(),
                told.kind(),
                told.priority(),
                told.onset(),
                told.raisedAt());
    }

    Transition told(String stay) {
        return new Transition(
                alert,
                stay,
                bed,
                rule,
                version,
                kind,
                priority,
                Transition.State.CLEARED,
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
