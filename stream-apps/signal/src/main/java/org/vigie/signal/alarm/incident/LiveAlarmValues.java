package org.vigie.signal.alarm.incident;

import java.time.Instant;
import java.util.Optional;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.text.LocalizedText;

/** Gives the live values of one patient, for the texts and the renewed calls of an incident. */
public interface LiveAlarmValues {
    /** Gives the values that each alarm had at its newest change, without an early-warning score. Every condition counts as measured again. */
    LiveAlarmValues OF_FINDINGS = new LiveAlarmValues() {
        @Override
        public LocalizedText text(Alarm alarm, IncidentTimeText time) {
            return alarm.finding().text();
        }

        @Override
        public int earlyWarning() {
            return 0;
        }

        @Override
        public Instant newestReadingAt(Instant now) {
            return now;
        }

        @Override
        public Optional<Instant> measuredAfter(Instant since, Alarm alarm, Instant now) {
            return Optional.of(since);
        }
    };

    /**
     * Returns the label and the live value of an alarm: {@code PAS 66}. A value that is no longer live has its time: {@code PAS -- (66 à 13:05)}.
     *
     * @param time writes the time of an old value, and says which values are live now
     */
    LocalizedText text(Alarm alarm, IncidentTimeText time);

    /** Returns the certain points of the early-warning score; 0 when nothing is known. */
    int earlyWarning();

    /** Returns the event time of the patient's newest reading, not after {@code now}. */
    Instant newestReadingAt(Instant now);

    /**
     * Returns the time of a measurement after {@code since} that still holds the alarm; empty when nobody measured again.
     *
     * @param now time at which the value must still be fresh
     */
    Optional<Instant> measuredAfter(Instant since, Alarm alarm, Instant now);
}
