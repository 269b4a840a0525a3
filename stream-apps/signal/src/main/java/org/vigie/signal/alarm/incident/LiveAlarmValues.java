package org.vigie.signal.alarm.incident;

import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.text.LocalizedText;

/** Gives the live values of one patient, for the texts and the renewed calls of an incident. */
public interface LiveAlarmValues {
    /** Gives the values that each alarm had at its newest change, without an early-warning score. */
    LiveAlarmValues OF_FINDINGS = new LiveAlarmValues() {
        @Override
        public LocalizedText text(Alarm alarm, IncidentTimeText time) {
            return alarm.finding().text();
        }

        @Override
        public int earlyWarning() {
            return 0;
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
}
