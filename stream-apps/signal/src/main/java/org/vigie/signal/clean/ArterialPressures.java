package org.vigie.signal.clean;

import java.util.List;
import org.vigie.schemas.variable.VariableNames;

/**
 * Holds the three pressures that an arterial line showed at one instant, in mmHg; NaN where one is missing.
 *
 * <p>The mean is never judged here, but for a line under pressure. So the alarm of the mean, which leads the alarms of the line, still calls.
 */
record ArterialPressures(double systolic, double diastolic, double mean) {
    /** A pulse pressure of 10 or less is no valid pressure (J Clin Med 8:1773, 2019). */
    private static final double NO_PULSE = 10;
    /** Beyond any pressure without a pulse: a heart that stands still has less than 30 mmHg, and a pump of the circulation less than 120. */
    private static final double UNDER_PRESSURE = 200;
    /** Blood pressure in cardiac arrest stays above 5 (Repesse 2015: about 13 mmHg). */
    static final double OPEN = 5;

    static ArterialPressures of(SimultaneousValues values) {
        return new ArterialPressures(
                values.of(VariableNames.ABP_SYS), values.of(VariableNames.ABP_DIA), values.of(VariableNames.ABP_MEAN));
    }

    /** Returns true when the systolic stands in the place of the diastolic pressure: the mean lies between them, and stays. */
    boolean areSwapped() {
        return systolic < diastolic && systolic <= mean && mean <= diastolic;
    }

    /** Returns true for the bag of the flush or the end of the transducer's range: all three are high, and there is no pulse. */
    boolean areOfAFlush() {
        return diastolic >= UNDER_PRESSURE && Math.abs(systolic - diastolic) <= NO_PULSE && mean >= UNDER_PRESSURE;
    }

    /** Returns true for a line that is open to the air. */
    boolean areOfAnOpenLine() {
        return systolic < OPEN && diastolic < OPEN && mean < OPEN;
    }

    /** Returns true when a message may show swapped pressures. It looks at nothing else. */
    static boolean mayBeSwapped(List<Reading> message) {
        double systolic = Double.NaN;
        double diastolic = Double.NaN;
        for (Reading reading : message) {
            if (reading.variable().equals(VariableNames.ABP_SYS)) {
                systolic = reading.value();
            } else if (reading.variable().equals(VariableNames.ABP_DIA)) {
                diastolic = reading.value();
            }
        }
        return systolic < diastolic;
    }
}
