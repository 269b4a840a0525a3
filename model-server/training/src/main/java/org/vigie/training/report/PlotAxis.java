package org.vigie.training.report;

/**
 * Describes an axis.
 *
 * @param from value at its start
 * @param to value at its end
 */
record PlotAxis(String label, double from, double to) {
    /** Number of intervals between the ticks. */
    static final int TICKS = 4;

    static PlotAxis share(String label) {
        return new PlotAxis(label, 0, 1);
    }

    double place(double value) {
        return (value - from) / (to - from);
    }

    double tick(int i) {
        return from + (to - from) * i / TICKS;
    }
}
