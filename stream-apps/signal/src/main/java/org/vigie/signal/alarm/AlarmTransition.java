package org.vigie.signal.alarm;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.vitals.ReadingPosition;

/**
 * What happened to an episode, or was asked about it. Of a command that concerns no episode, {@code alert} and {@code rule} are empty.
 *
 * @param alert identity of the episode
 * @param bed where it was raised
 * @param onset event time of its first reading
 * @param raisedAt event time at which the condition had held long enough
 * @param at event time of this transition
 * @param value that made it, in the variable's unit, in points, or in s of silence; not a number when the stay ended
 * @param limit in force
 * @param causes the readings that made it; none when none did
 */
public record AlarmTransition(
        String alert,
        String stay,
        String bed,
        String rule,
        String ruleVersion,
        AlarmRuleKind kind,
        AlarmPriority priority,
        TransitionKind state,
        Instant onset,
        Instant raisedAt,
        Instant at,
        double value,
        double limit,
        String messageFr,
        String messageEn,
        List<TriggeringReading> causes) {

    public AlarmTransition {
        causes = List.copyOf(causes);
    }

    /** What it did. */
    public enum TransitionKind {
        RAISED,
        CLEARED,
        UPGRADED,
        DOWNGRADED,
        ACKNOWLEDGED,
        AUDIO_PAUSED,
        AUDIO_RESUMED,
        SHELVED,
        UNSHELVED,
        ESCALATED,
        LATCHED,
        FEEDBACK,
        LIMIT_SET,
        LIMIT_EXPIRED,
        COMMAND_REFUSED
    }

    /** Another transition of the same episode, which no reading made. */
    public AlarmTransition then(TransitionKind next, Instant when, String fr, String en) {
        return new AlarmTransition(
                alert,
                stay,
                bed,
                rule,
                ruleVersion,
                kind,
                priority,
                next,
                onset,
                raisedAt,
                when,
                value,
                limit,
                fr,
                en,
                List.of());
    }

    /** The same, of an alarm that was raised at {@code raised}, at {@code when}. */
    public AlarmTransition at(Instant raised, Instant when) {
        return new AlarmTransition(
                alert,
                stay,
                bed,
                rule,
                ruleVersion,
                kind,
                priority,
                state,
                onset,
                raised,
                when,
                value,
                limit,
                messageFr,
                messageEn,
                causes);
    }

    /** A reading with its place among the raw records. */
    public record TriggeringReading(String variable, double value, Instant at, ReadingPosition place) {}
}
