package org.vigie.training.external;

import java.util.stream.IntStream;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.evaluation.PlattScaling;
import org.vigie.training.evaluate.PredictedStays;
import org.vigie.training.feature.LabelledStay;

/**
 * Compares the risks of one unit with its deaths.
 *
 * @param expected deaths that the risks add up to
 * @param ratio of observed to expected deaths; above 1 the risks are too low
 * @param z distance of observed from expected deaths in standard deviations, by the variance of the risks
 * @param slope of the observed log odds over the predicted ones; 1 is right, below 1 the risks are too extreme
 * @param ece expected calibration error; it, the slope and the AUROC are NaN where all lived or all died
 */
public record CentreCalibration(
        String centre,
        int stays,
        int deaths,
        double expected,
        double ratio,
        double z,
        double slope,
        double ece,
        double auroc) {
    /** Beyond this distance a difference happens by chance once in twenty times. */
    private static final double BEYOND_CHANCE = 1.96;

    private static final double SMALLEST_RISK = 1e-6;
    private static final PlattScaling FLAT = new PlattScaling(0, 0);
    private static final double RIDGE = 0.01;

    /** Computes the calibration of the stays of one unit. */
    public static CentreCalibration of(String centre, PredictedStays stays) {
        boolean[] died = stays.died();
        float[] risks = stays.probabilities();
        int deaths = (int) stays.examples().stream().filter(LabelledStay::died).count();
        double expected =
                IntStream.range(0, risks.length).mapToDouble(i -> risks[i]).sum();
        double variance = IntStream.range(0, risks.length)
                .mapToDouble(i -> risks[i] * (1.0 - risks[i]))
                .sum();
        double z = (deaths - expected) / Math.sqrt(variance);
        if (deaths == 0 || deaths == died.length) {
            return unranked(centre, died.length, deaths, expected, z);
        }
        BinaryMetrics metrics = BinaryMetrics.of(risks, died);
        double slope = slope(risks, died);
        return new CentreCalibration(
                centre, died.length, deaths, expected, deaths / expected, z, slope, metrics.ece(), metrics.auroc());
    }

    private static CentreCalibration unranked(String centre, int stays, int deaths, double expected, double z) {
        return new CentreCalibration(
                centre, stays, deaths, expected, deaths / expected, z, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Returns whether the number of deaths differs from the risks beyond chance. */
    public boolean drifted() {
        return Math.abs(z) > BEYOND_CHANCE;
    }

    /** Fits the slope. Nothing but a weak pull to zero keeps it finite where the risks separate the outcomes. */
    private static double slope(float[] risks, boolean... died) {
        double[] logits = new double[risks.length];
        for (int i = 0; i < logits.length; i++) {
            double inside = Math.min(Math.max(risks[i], SMALLEST_RISK), 1 - SMALLEST_RISK);
            logits[i] = Math.log(inside / (1 - inside));
        }
        return PlattScaling.fit(logits, died, FLAT, RIDGE).slope();
    }
}
