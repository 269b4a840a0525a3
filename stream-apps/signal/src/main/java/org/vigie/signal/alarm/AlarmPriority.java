package org.vigie.signal.alarm;

/** Lists the alarm priorities of IEC 60601-1-8, the most urgent first. */
public enum AlarmPriority {
    HIGH,
    MEDIUM,
    LOW;

    public boolean isAbove(AlarmPriority other) {
        return compareTo(other) < 0;
    }
}
