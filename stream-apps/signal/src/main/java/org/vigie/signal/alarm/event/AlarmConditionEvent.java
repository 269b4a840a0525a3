package org.vigie.signal.alarm.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.text.LocalizedText;

/** Describes a change of an alarm condition, as a rule finds it. */
public sealed interface AlarmConditionEvent extends AlarmEvent {
    /** Returns the alarm after the event. */
    Alarm alarm();

    /** Returns the same event with a corrected time and a corrected alarm. */
    AlarmConditionEvent with(Alarm corrected, Instant when);

    @Override
    default LocalizedText text() {
        return alarm().finding().text();
    }

    @Override
    default List<TriggeringReading> causes() {
        return alarm().finding().causes();
    }

    @Override
    default Optional<Alarm> concernedAlarm() {
        return Optional.of(alarm());
    }

    @Override
    default StayContext context() {
        return alarm().context();
    }

    /** The alarm condition delay has passed. */
    record Raised(Alarm alarm, Instant at) implements AlarmConditionEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.RAISED;
        }

        @Override
        public Raised with(Alarm corrected, Instant when) {
            return new Raised(corrected, when);
        }
    }

    /** The alarm has a higher priority than before. */
    record Upgraded(Alarm alarm, Instant at) implements AlarmConditionEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.UPGRADED;
        }

        @Override
        public Upgraded with(Alarm corrected, Instant when) {
            return new Upgraded(corrected, when);
        }
    }

    /** The alarm has a lower priority than before. */
    record Downgraded(Alarm alarm, Instant at) implements AlarmConditionEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.DOWNGRADED;
        }

        @Override
        public Downgraded with(Alarm corrected, Instant when) {
            return new Downgraded(corrected, when);
        }
    }

    /** The alarm condition, or the whole stay, has ended. */
    record Cleared(Alarm alarm, Instant at) implements AlarmConditionEvent {
        @Override
        public AlarmEventKind kind() {
            return AlarmEventKind.CLEARED;
        }

        @Override
        public Cleared with(Alarm corrected, Instant when) {
            return new Cleared(corrected, when);
        }
    }
}
