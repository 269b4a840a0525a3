package org.vigie.training.synthetic;

import static org.vigie.signal.window.HourlyGrid.SERIES;

import java.util.ArrayList;
import java.util.List;
import org.vigie.evaluation.RankingCurve.CurvePoint;

/**
 * Holds the means and the correlations of the numbers of many profiles.
 *
 * @param correlations 0 where a number does not vary
 */
record ProfileMoments(double[] means, double[][] correlations) {
    static ProfileMoments of(List<StayProfile> profiles) {
        int size = profiles.get(0).numbers().length;
        double[] means = new double[size];
        for (StayProfile profile : profiles) {
            for (int place = 0; place < size; place++) {
                means[place] += profile.numbers()[place] / profiles.size();
            }
        }
        double[][] products = new double[size][size];
        profiles.forEach(profile -> add(profile, means, products));
        return new ProfileMoments(means, correlations(products));
    }

    private static void add(StayProfile profile, double[] means, double[][] products) {
        for (int row = 0; row < means.length; row++) {
            for (int column = 0; column < means.length; column++) {
                products[row][column] +=
                        (profile.numbers()[row] - means[row]) * (profile.numbers()[column] - means[column]);
            }
        }
    }

    private static double[][] correlations(double[][] products) {
        double[][] correlations = new double[products.length][products.length];
        for (int row = 0; row < products.length; row++) {
            for (int column = 0; column < products.length; column++) {
                double scale = Math.sqrt(products[row][row] * products[column][column]);
                correlations[row][column] = scale > 0 ? products[row][column] / scale : 0;
            }
        }
        return correlations;
    }

    double meanDifference(ProfileMoments other) {
        double sum = 0;
        for (int place = 0; place < means.length; place++) {
            sum += Math.abs(means[place] - other.means[place]);
        }
        return sum / means.length;
    }

    /** Returns the correlation of each two series' means here, and in the other profiles. */
    List<CurvePoint> correlationPairs(ProfileMoments other) {
        List<CurvePoint> pairs = new ArrayList<>();
        for (int row = 0; row < SERIES; row++) {
            for (int column = 0; column < row; column++) {
                pairs.add(new CurvePoint(
                        correlations[StayProfile.meanOf(row)][StayProfile.meanOf(column)],
                        other.correlations[StayProfile.meanOf(row)][StayProfile.meanOf(column)]));
            }
        }
        return pairs;
    }

    double correlationDifference(ProfileMoments other) {
        double sum = 0;
        for (int row = 0; row < means.length; row++) {
            for (int column = 0; column < means.length; column++) {
                sum += Math.abs(correlations[row][column] - other.correlations[row][column]);
            }
        }
        return sum / (means.length * (means.length - 1));
    }
}
