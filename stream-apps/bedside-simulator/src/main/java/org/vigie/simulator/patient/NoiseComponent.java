package org.vigie.simulator.patient;

/**
 * Computes noise of one period for all signs at once: mean 0, variance 1, correlated between the signs.
 *
 * <p>The noise joins one normal number per period along a quarter of a circle, which keeps the variance constant. Its autocorrelation
 * falls to 0 within two periods. Any instant can be computed directly.
 */
public final class NoiseComponent {
    private final RandomSeed seed;
    private final double period;
    private final CorrelationFactor factor;

    NoiseComponent(RandomSeed seed, double period, CorrelationFactor factor) {
        this.seed = seed.derive("period-" + Math.round(period));
        this.period = period;
        this.factor = factor;
    }

    /** @param seconds seconds since any fixed instant */
    double[] at(double seconds) {
        double place = seconds / period;
        long left = (long) Math.floor(place);
        double angle = Math.PI / 2 * (place - left);
        double leftShare = Math.cos(angle);
        double rightShare = Math.sin(angle);
        double[] mixed = new double[VariabilityTable.SIGNS.size()];
        for (int sign = 0; sign < mixed.length; sign++) {
            RandomSeed own = seed.derive(sign);
            mixed[sign] = own.bell(left) * leftShare + own.bell(left + 1) * rightShare;
        }
        return factor.apply(mixed);
    }

    /**
     * Returns the autocorrelation of the noise, averaged over all phases.
     *
     * @param periods time between two instants as a multiple of the period
     */
    public static double autocorrelation(double periods) {
        int steps = 400;
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            double phase = (step + 0.5) / steps;
            double later = phase + periods;
            int cells = (int) Math.floor(later);
            sum += shared(Math.PI / 2 * phase, Math.PI / 2 * (later - cells), cells);
        }
        return sum / steps;
    }

    /** Returns the covariance of two instants that are {@code cells} cells apart. */
    private static double shared(double angle, double laterAngle, int cells) {
        return switch (cells) {
            case 0 -> Math.cos(laterAngle - angle);
            case 1 -> Math.sin(angle) * Math.cos(laterAngle);
            default -> 0;
        };
    }
}
