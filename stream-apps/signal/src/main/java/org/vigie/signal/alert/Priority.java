package org.vigie.signal.alert;

/** By IEC 60601-1-8, most urgent first. */
public enum Priority {
    HIGH,
    MEDIUM,
    LOW;

    boolean isAbove(Priority other) {
        return compareTo(other) < 0;
    }
}
