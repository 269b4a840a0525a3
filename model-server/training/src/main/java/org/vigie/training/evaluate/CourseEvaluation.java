package org.vigie.training.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
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
     * Holds predicted and observed survival on one day.
     *
     * @param day after admission
     * @param predictedAlive mean predicted probability of being alive
     * @param alive observed share; a stay without a known death counts as alive
     */
    public record CourseDay(int day, @JsonProperty("said") double predictedAlive, double alive) {}

    /** @param outcomes one for each of the assessments */
    public static CourseEvaluation of(List<SurvivalAssessment> assessments, List<StayOutcome> outcomes) {
        double[] misses = IntStream.range(0, outcomes.size())
                .mapToDouble(i ->
                        Math.abs(assessments.get(i).losDays() - outcomes.get(i).losDays()))
                .filter(miss -> !Double.isNaN(miss))
                .toArray();
        double losMae = DoubleStream.of(misses).average().orElse(Double.NaN);
        boolean curves = assessments.stream()
                .allMatch(assessment -> assessment.survival().size() >= HORIZON);
        double concordance = curves ? new ConcordanceIndex(assessments, outcomes, HORIZON).value() : Double.NaN;
        List<CourseDay> days = curves ? days(assessments, outcomes) : List.of();
        return new CourseEvaluation(losMae, misses.length, concordance, days);
    }

    private static List<CourseDay> days(List<SurvivalAssessment> assessments, List<StayOutcome> outcomes) {
        return IntStream.rangeClosed(1, HORIZON)
                .mapToObj(day -> new CourseDay(
                        day,
                        mean(assessments, assessment -> assessment.survivalAfter(day)),
                        mean(outcomes, outcome -> outcome.survivalDays() <= day ? 0 : 1)))
                .toList();
    }

    private static <T> double mean(List<T> stays, ToDoubleFunction<T> value) {
        return stays.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
}
