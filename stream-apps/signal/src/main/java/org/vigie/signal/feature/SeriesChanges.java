package org.vigie.signal.feature;

/**
 * Holds what the changes from one value to the next sum up to.
 *
 * @param first first value
 * @param hours time of the newest value; negative infinity before the first
 * @param value newest value
 * @param change newest change; 0 before the second value
 */
record SeriesChanges(
        long count,
        double first,
        double hours,
        double value,
        double change,
        double absolute,
        double steepest,
        double area,
        long lows,
        long highs) {
    static final SeriesChanges NONE = new SeriesChanges(0, 0, Double.NEGATIVE_INFINITY, 0, 0, 0, 0, 0, 0, 0);

    boolean isFollowedBy(double nextHours) {
        return nextHours > hours && nextHours < Double.POSITIVE_INFINITY;
    }

    /** Returns the changes with one more value. */
    SeriesChanges with(double nextHours, double next) {
        if (count == 0) {
            return new SeriesChanges(1, next, nextHours, next, 0, 0, 0, 0, 0, 0);
        }
        double step = next - value;
        double passed = nextHours - hours;
        return new SeriesChanges(
                count + 1,
                first,
                nextHours,
                next,
                step,
                absolute + Math.abs(step),
                Math.max(steepest, Math.abs(step) / passed),
                area + passed * (value + next) / 2,
                lows + (change < 0 && step > 0 ? 1 : 0),
                highs + (change > 0 && step < 0 ? 1 : 0));
    }

    /** Returns a feature of the changes; NaN for fewer than two values. */
    double of(SeriesFeature feature) {
        if (count < 2) {
            return Double.NaN;
        }
        return switch (feature) {
            case MEAN_CHANGE -> (value - first) / (count - 1);
            case MEAN_ABSOLUTE_CHANGE -> absolute / (count - 1);
            case SUM_ABSOLUTE_CHANGE -> absolute;
            case STEEPEST_CHANGE -> steepest;
            case AREA -> area;
            case POSITIVE_TURNING_POINTS -> lows;
            case NEGATIVE_TURNING_POINTS -> highs;
            default -> throw new IllegalArgumentException(feature + " is no feature of changes");
        };
    }
}
