package org.vigie.signal.alarm;

/** By IEC 60601-1-8, most urgent first. */
public enum AlarmPriority {
    HIGH,
    MEDIUM,
    LOW;

    public boolean isAbove(AlarmPriority other) {
        return compareTo(other) < 0;
    }
}
