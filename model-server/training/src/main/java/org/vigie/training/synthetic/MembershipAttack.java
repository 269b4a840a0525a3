package org.vigie.training.synthetic;

import java.util.Arrays;
import java.util.List;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.evaluation.RankingCurve.CurvePoint;

/**
 * Takes recorded stays that are near to a synthetic one for members.
 *
 * @param nearness of each recorded stay, as its share of ranks
 * @param member whether the synthetic stays were made from it
 */
record MembershipAttack(float[] nearness, boolean[] member) {
    /**
     * Attacks by distances to the nearest synthetic stay.
     *
     * @param members distances of members
     * @param unused distances of stays that were not used
     */
    static MembershipAttack of(double[] members, double[] unused) {
        float[] nearness = new float[members.length + unused.length];
        boolean[] member = new boolean[nearness.length];
        for (int i = 0; i < nearness.length; i++) {
            member[i] = i < members.length;
            nearness[i] = (float) -(member[i] ? members[i] : unused[i - members.length]);
        }
        return new MembershipAttack(ranks(nearness), member);
    }

    double auroc() {
        return BinaryMetrics.of(nearness, member).auroc();
    }

    /** Returns the ROC curve of the attack. */
    List<CurvePoint> roc() {
        return BinaryMetrics.curve(nearness, member).roc();
    }

    /** Replaces numbers by their share of ranks, because a metric takes probabilities. */
    private static float[] ranks(float... numbers) {
        float[] sorted = numbers.clone();
        Arrays.sort(sorted);
        float[] shares = new float[numbers.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) lowestPlace(sorted, numbers[i]) / shares.length;
        }
        return shares;
    }

    private static int lowestPlace(float[] sorted, float number) {
        int place = Arrays.binarySearch(sorted, number);
        while (place > 0 && sorted[place - 1] == number) {
            place--;
        }
        return place;
    }
}
