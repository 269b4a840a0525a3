package org.vigie.training.evaluate;

import java.util.List;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.training.label.StayOutcome;

/**
 * Computes the share of pairs of patients in which the patient who died first had the lower predicted survival on the day of that death.
 * Ties count half.
 *
 * <p>Source: Antolini L, Boracchi P, Biganzoli E. A time-dependent discrimination index for survival data. Stat Med 2005;24:3927-3944.
 */
record ConcordanceIndex(List<SurvivalAssessment> assessments, List<StayOutcome> outcomes, int horizon) {
    /** Returns the index; NaN when no pair can be compared. A stay without a known death within the horizon outlived all who died in it. */
    double value() {
        PairCounts counts = new PairCounts();
        for (int first = 0; first < outcomes.size(); first++) {
            if (outcomes.get(first).survivalDays() <= horizon) {
                compare(first, counts);
            }
        }
        return counts.pairs == 0 ? Double.NaN : counts.agreeing / counts.pairs;
    }

    /** Counts the compared pairs and those in which the prediction agrees with the outcome. */
    private static final class PairCounts {
        private double agreeing;
        private long pairs;
    }

    /** Compares a patient who died within the horizon with all who outlived that patient. */
    private void compare(int first, PairCounts counts) {
        double died = outcomes.get(first).survivalDays();
        int day = (int) Math.max(1, died);
        double given = assessments.get(first).survivalAfter(day);
        for (int other = 0; other < outcomes.size(); other++) {
            if (!(outcomes.get(other).survivalDays() <= died)) {
                counts.agreeing += (1 + Math.signum(assessments.get(other).survivalAfter(day) - given)) / 2;
                counts.pairs++;
            }
        }
    }
}
