package org.vigie.simulator.patient;

import java.util.Locale;

/** Separates the time scales of variability. Signs depend on each other differently on each of them. */
public enum TimeScale {
    /** The usual values of different patients. */
    LEVEL,
    /** Components of less than ten minutes, fitted to values of every second. */
    FAST,
    /** Components of ten minutes and more, fitted to charted values. */
    SLOW;

    private static final double SLOW_FROM_SECONDS = 600;

    /** Returns the scale of a noise component. */
    public static TimeScale of(double periodSeconds) {
        return periodSeconds < SLOW_FROM_SECONDS ? FAST : SLOW;
    }

    /** Returns the name in the table of parameters. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
