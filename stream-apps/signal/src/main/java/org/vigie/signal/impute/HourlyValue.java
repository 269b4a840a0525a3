package org.vigie.signal.impute;

import org.vigie.signal.window.HourlyGrid;

/** Lists how the readings of an hour become one value. */
public enum HourlyValue {
    /** The mean of the readings. */
    MEAN,
    /** The sum of the readings, for volumes. */
    SUM;

    double of(HourlyGrid.Hour hour, int series) {
        double sum = hour.sums()[series];
        return this == SUM ? sum : sum / hour.counts()[series];
    }
}
