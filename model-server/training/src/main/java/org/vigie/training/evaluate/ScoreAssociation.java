package org.vigie.training.evaluate;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.evaluation.MeanRanks;
import org.vigie.evaluation.ScoreDistribution;
import org.vigie.training.cohort.SepsisStay;

/**
 * Measures the association of a score with known facts in a set without deaths, for stays that last at least as long as was seen of them.
 *
 * @param sepsis ranking of stays with sepsis at any time above stays without
 * @param laterSepsis ranking of stays whose sepsis is labelled later than was seen above stays without
 * @param length rank correlation of the score with the hours in the unit
 */
public record ScoreAssociation(
        int hours, ScoreDistribution spread, GroupRanking sepsis, GroupRanking laterSepsis, double length) {
    /** Reports how well the score ranks one group above another. */
    public record GroupRanking(int stays, int cases, IntervalEstimate auroc) {}

    /** @param probabilities one for each of the stays */
    public static ScoreAssociation of(
            int hours, List<SepsisStay> stays, float[] probabilities, double threshold, BootstrapEstimator bootstrap) {
        Predicate<SepsisStay> notYetSeptic =
                stay -> stay.labelledFrom().isEmpty() || stay.labelledFrom().getAsInt() >= hours;
        return new ScoreAssociation(
                hours,
                ScoreDistribution.of(probabilities, threshold),
                ranking(stays, probabilities, stay -> true, bootstrap),
                ranking(stays, probabilities, notYetSeptic, bootstrap),
                correlationWithLength(stays, probabilities));
    }

    private static double correlationWithLength(List<SepsisStay> stays, float... probabilities) {
        double[] scores = IntStream.range(0, probabilities.length)
                .mapToDouble(i -> probabilities[i])
                .toArray();
        double[] hours = stays.stream().mapToDouble(SepsisStay::hours).toArray();
        return MeanRanks.of(scores).correlationWith(MeanRanks.of(hours));
    }

    private static GroupRanking ranking(
            List<SepsisStay> stays, float[] probabilities, Predicate<SepsisStay> among, BootstrapEstimator bootstrap) {
        int[] places = IntStream.range(0, stays.size())
                .filter(i -> among.test(stays.get(i)))
                .toArray();
        float[] theirs = new float[places.length];
        boolean[] septic = new boolean[places.length];
        for (int i = 0; i < places.length; i++) {
            theirs[i] = probabilities[places[i]];
            septic[i] = isSeptic(stays.get(places[i]));
        }
        int cases = (int) IntStream.of(places)
                .mapToObj(stays::get)
                .filter(ScoreAssociation::isSeptic)
                .count();
        return new GroupRanking(
                places.length, cases, bootstrap.estimate(theirs, septic, 0.5).get(EvaluationMetric.AUROC));
    }

    private static boolean isSeptic(SepsisStay stay) {
        return stay.labelledFrom().isPresent();
    }
}
