package org.vigie.signal.alarm;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.vitals.ReadingPosition;

/**
 * One change of an alarm episode, or one command about it. For a command without an episode {@code alert} and {@code rule} are empty.
 *
 * @param alert identity of the episode
 * @param bed bed at which the alarm was raised
 * @param onset event time of the episode's first reading
 * @param raisedAt event time at which the alarm condition delay had passed
 * @param at event time of this transition
 * @param value value that caused it, in the variable's unit, in points, or in s of silence; NaN when the stay ended
 * @param limit limit in force
 * @param causes readings that caused it; empty when no reading did
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

    /** Kinds of transitions. */
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

    /** Returns another transition of the same episode that no reading caused. */
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

    /** Returns this transition at {@code when}, for an alarm that was raised at {@code raised}. */
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

    /** A reading with its position in the raw topic. */
    public record TriggeringReading(String variable, double value, Instant at, ReadingPosition place) {}
}
