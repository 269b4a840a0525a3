package org.vigie.signal.alarm.event;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.text.LocalizedText;

/** Describes a change of an open alarm by a deadline, by its condition, or by a command that ends a pause early. */
public sealed interface AlarmHandlingEvent extends AlarmEvent {
    /** Returns the alarm after the event. */
    Alarm alarm();

    @Override
    default Optional<Alarm> concernedAlarm() {
        return Optional.of(alarm());
    }

    @Override
    default StayContext context() {
        return alarm().context();
    }

    /** The condition has ended, and the alarm stays open until it is reset. */
    record Latched(Alarm alarm, Instant at) implements AlarmHandlingEvent {
        /** Follows the text of the alarm, which says what is over. */
        public static final LocalizedText ENDING = new LocalizedText(
                " : condition terminée, alarme maintenue jusqu'au réarmement", ": condition over, latched until reset");

        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.LATCHED;
        }

        @Override
        public LocalizedText text() {
            return alarm.finding().text();
        }
    }

    /** Reports that an acknowledged alarm calls people again. Its acknowledgement has ended. */
    record CalledAgain(Alarm alarm, CallReason reason, Instant at) implements AlarmHandlingEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.CALLED_AGAIN;
        }

        @Override
        public LocalizedText text() {
            return reason.text();
        }
    }

    /**
     * Tells that nobody acknowledged the alarm in time.
     *
     * @param role role that is notified now
     */
    record Escalated(Alarm alarm, String role, Instant at) implements AlarmHandlingEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.ESCALATED;
        }

        @Override
        public LocalizedText text() {
            return new LocalizedText("Personne n'a acquitté : appel suivant", "Nobody acknowledged: next call");
        }
    }

    /**
     * The audio pause has ended.
     *
     * @param commandOrNull command that ended it; null for its deadline and for an alarm of a higher priority
     */
    record AudioResumed(Alarm alarm, @Nullable AlarmCommand commandOrNull, Instant at) implements AlarmHandlingEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.AUDIO_RESUMED;
        }

        @Override
        public LocalizedText text() {
            return new LocalizedText("Son rétabli", "Sound back");
        }

        @Override
        public Optional<AlarmCommand> causingCommand() {
            return Optional.ofNullable(commandOrNull);
        }
    }

    /**
     * The shelving of the alarm's rule has ended.
     *
     * @param commandOrNull command that ended it; null for its deadline and for an alarm of a higher priority
     */
    record Unshelved(Alarm alarm, @Nullable AlarmCommand commandOrNull, Instant at) implements AlarmHandlingEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.UNSHELVED;
        }

        @Override
        public LocalizedText text() {
            return new LocalizedText("Remise en service", "No longer shelved");
        }

        @Override
        public Optional<AlarmCommand> causingCommand() {
            return Optional.ofNullable(commandOrNull);
        }
    }
}
