package org.vigie.training.evaluate;

import java.util.List;
import java.util.stream.IntStream;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.training.label.StayOutcome;

/**
 * Evaluates the predicted course of stays: length of stay and survival by days. NaN where the model predicts nothing.
 *
 * @param losMae mean absolute error of the length of stay, days, over {@code losStays} of known length
 * @param concordance of the survival curves over 30 days, see {@link ConcordanceIndex}
 * @param days predicted and observed survival by day; empty when the model predicts none
 */
public record CourseEvaluation(double losMae, int losStays, double concordance, List<CourseDay> days) {
    private static final int HORIZON = 30;

    public CourseEvaluation {
        days = List.copyOf(days);
    }

    /**
     * Predicted and observed survival on one day.
     *
     * @param day after admission
     * @param said mean predicted probability of being alive
     * @param alive observed share; a stay without a known death counts as alive
     */
    public record CourseDay(int day, double said, double alive) {}

    /** @param outcomes one for each of the assessments */
    public static CourseEvaluation of(List<SurvivalAssessment> assessments, List<StayOutcome> outcomes) {
        double[] misses = IntStream.range(0, outcomes.size())
                .mapToDouble(i ->
                        Math.abs(assessments.get(i).losDays() - outcomes.get(i).losDays()))
                .filter(miss -> !Double.isNaN(miss))
                .toArray();
        double losMae = IntStream.range(0, misses.length)
                .mapToDouble(i -> misses[i])
                .average()
                .orElse(Double.NaN);
        boolean curves = assessments.stream()
                .allMatch(assessment -> assessment.survival().size() >= HORIZON);
        return new CourseEvaluation(
                losMae,
                misses.length,
                curves ? new ConcordanceIndex(assessments, outcomes, HORIZON).value() : Double.NaN,
                curves ? days(assessments, outcomes) : List.of());
    }

    private static List<CourseDay> days(List<SurvivalAssessment> assessments, List<StayOutcome> outcomes) {
        return IntStream.rangeClosed(1, HORIZON)
                .mapToObj(day -> new CourseDay(
                        day,
                        assessments.stream()
                                .mapToDouble(assessment -> assessment.survivalAfter(day))
                                .average()
                                .orElse(Double.NaN),
                        outcomes.stream()
                                .mapToDouble(outcome -> outcome.survivalDays() <= day ? 0 : 1)
                                .average()
                                .orElse(Double.NaN)))
                .toList();
    }
}
