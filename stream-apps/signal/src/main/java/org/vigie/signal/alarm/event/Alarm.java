package org.vigie.signal.alarm.event;

import java.time.Instant;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.text.LocalizedText;

/**
 * Describes an alarm as its rule found it at one instant.
 *
 * @param bed bed at which the alarm was raised
 * @param raisedAt event time at which the alarm condition delay had passed
 */
public record Alarm(
        AlarmId id, AlarmRuleKind kind, AlarmPriority priority, String bed, Instant raisedAt, AlarmFinding finding) {
    /** Returns the name of the rule. */
    public String rule() {
        return id.rule();
    }

    /** Returns the stay, the bed and the rule set of the alarm. */
    StayContext context() {
        return new StayContext(id.stay(), bed, finding.ruleVersion());
    }

    /** Returns the alarm with another priority. */
    public Alarm withPriority(AlarmPriority other) {
        return new Alarm(id, kind, other, bed, raisedAt, finding);
    }

    /** Returns the alarm with another time of raising. */
    public Alarm raisedAt(Instant raised) {
        return new Alarm(id, kind, priority, bed, raised, finding);
    }

    /** Returns the alarm after a change that no reading caused. */
    public Alarm explainedBy(LocalizedText text) {
        return new Alarm(id, kind, priority, bed, raisedAt, finding.explainedBy(text));
    }

    /** Returns the alarm with another text and the readings that caused its change. */
    public Alarm withText(LocalizedText text) {
        return new Alarm(id, kind, priority, bed, raisedAt, finding.withText(text));
    }

    /** Returns the alarm without the value and the readings of its finding. */
    public Alarm withoutFinding() {
        return new Alarm(id, kind, priority, bed, raisedAt, AlarmFinding.withoutValue(finding.ruleVersion()));
    }
}
