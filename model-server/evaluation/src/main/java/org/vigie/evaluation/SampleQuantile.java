package org.vigie.evaluation;

/** Reads a quantile from a sorted sample. Both definitions stay because published intervals were computed with either. */
public enum SampleQuantile {
    /** Interpolates linearly between the two nearest values. */
    LINEAR {
        @Override
        public double of(double[] sorted, double share) {
            double at = share * (sorted.length - 1);
            int below = (int) at;
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
        }
    },
    /** Takes the nearest value. */
    NEAREST {
        @Override
        public double of(double[] sorted, double share) {
            return sorted[(int) Math.round(share * (sorted.length - 1))];
        }
    };

    /**
     * Returns the quantile.
     *
     * @param sorted ascending, at least one value
     * @param share from 0 (the lowest value) to 1 (the highest)
     */
    public abstract double of(double[] sorted, double share);
}
