package org.vigie.signal.alarm.event;

import java.util.List;
import org.vigie.signal.text.LocalizedText;

/**
 * Holds the findings of a rule's newest evaluation.
 *
 * @param ruleVersion version of the rule set
 * @param value evaluated value, in the variable's unit, in points, or in s of silence; NaN when the stay ended
 * @param limit limit in force, in the same unit; NaN when there is none
 * @param causes readings that caused the finding; empty when no reading did
 */
public record AlarmFinding(
        String ruleVersion, double value, double limit, LocalizedText text, List<TriggeringReading> causes) {
    public AlarmFinding {
        causes = List.copyOf(causes);
    }

    /** Creates a finding without a value. */
    public static AlarmFinding withoutValue(String ruleVersion) {
        return new AlarmFinding(ruleVersion, Double.NaN, Double.NaN, LocalizedText.EMPTY, List.of());
    }

    /** Returns the finding with another text. */
    AlarmFinding withText(LocalizedText other) {
        return new AlarmFinding(ruleVersion, value, limit, other, causes);
    }

    /** Returns the finding with another text and without causes. */
    AlarmFinding explainedBy(LocalizedText other) {
        return new AlarmFinding(ruleVersion, value, limit, other, List.of());
    }
}
