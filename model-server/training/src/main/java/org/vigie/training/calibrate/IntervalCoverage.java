package org.vigie.training.calibrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.inference.bundle.CalibratedEnsemble.CalibratedRisk;

/**
 * Measures how often the intervals of calibrated risks hold. Stays of similar risk form groups. The intervals of a group hold when its
 * deaths lie within their sum.
 *
 * @param stays in any order
 */
record IntervalCoverage(List<PredictedStay> stays) {
    /** Expected deaths of a group. In a smaller group no death at all is likely, so that no interval above 0 would hold. */
    private static final double EXPECTED = 10;

    /** Holds the calibrated risk of one stay, and whether the patient died. */
    record PredictedStay(CalibratedRisk risk, boolean died) {}

    IntervalCoverage {
        stays = stays.stream()
                .sorted(Comparator.comparingDouble(stay -> stay.risk().probability()))
                .toList();
    }

    /** Returns the share of the groups whose intervals hold; 1 when there are too few stays for a group. */
    double share() {
        List<List<PredictedStay>> groups = groups();
        long holding = groups.stream().filter(IntervalCoverage::holds).count();
        return groups.isEmpty() ? 1 : (double) holding / groups.size();
    }

    private List<List<PredictedStay>> groups() {
        List<List<PredictedStay>> groups = new ArrayList<>();
        int from = 0;
        double expected = 0;
        for (int to = 1; to <= stays.size(); to++) {
            expected += stays.get(to - 1).risk().probability();
            if (expected >= EXPECTED) {
                groups.add(stays.subList(from, to));
                from = to;
                expected = 0;
            }
        }
        return groups;
    }

    private static boolean holds(List<PredictedStay> group) {
        double low = group.stream().mapToDouble(stay -> stay.risk().low()).sum();
        double high = group.stream().mapToDouble(stay -> stay.risk().high()).sum();
        long deaths = group.stream().filter(PredictedStay::died).count();
        return low <= deaths && deaths <= high;
    }
}
