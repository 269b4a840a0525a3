package org.vigie.training.command.evaluate;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.evaluate.CourseEvaluation;
import org.vigie.training.evaluate.DisturbanceResult;
import org.vigie.training.evaluate.InputDisturbance;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.explain.ExplainedStay;
import org.vigie.training.feature.HourlyStay;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.label.StayOutcome;
import org.vigie.training.predict.BundlePredictor;

/**
 * Holds the stays of a cohort with the assessments of a model after each number of hours.
 *
 * @param examples one for each of the recordings
 * @param assessments by hours seen, one for each of the recordings
 */
record PredictedCohort(
        BundlePredictor predictor,
        List<RecordedStay> recordings,
        List<LabelledStay> examples,
        NavigableMap<Integer, List<SurvivalAssessment>> assessments) {
    /** Predicts every stay after each number of hours. */
    static PredictedCohort of(
            BundlePredictor predictor,
            List<RecordedStay> recordings,
            List<LabelledStay> examples,
            List<Integer> hours) {
        List<HourlyStay> stays = examples.stream().map(LabelledStay::stay).toList();
        NavigableMap<Integer, List<SurvivalAssessment>> assessments = new TreeMap<>();
        hours.forEach(seen -> assessments.put(seen, predictor.assessAfter(seen, stays)));
        return new PredictedCohort(predictor, recordings, examples, assessments);
    }

    NavigableMap<Integer, float[]> probabilities() {
        NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
        assessments.forEach((hours, some) -> probabilities.put(hours, BundlePredictor.probabilities(some)));
        return probabilities;
    }

    /** Returns the probabilities with the most hours seen. */
    float[] lastProbabilities() {
        return BundlePredictor.probabilities(assessments.lastEntry().getValue());
    }

    boolean[] died() {
        return SurvivalEvaluation.died(examples);
    }

    /** Evaluates the predicted courses by hours seen. */
    Map<Integer, CourseEvaluation> courses(List<StayOutcome> outcomes) {
        Map<Integer, CourseEvaluation> courses = new TreeMap<>();
        assessments.forEach((hours, some) -> courses.put(hours, CourseEvaluation.of(some, outcomes)));
        return courses;
    }

    /** Explains the assessments with the most hours seen of the stays at these places. */
    List<ExplainedStay> explained(List<Integer> places) {
        List<ScoreRequest> windows = places.stream()
                .map(place -> predictor.windowAfter(
                        assessments.lastKey(), examples.get(place).stay()))
                .toList();
        List<SurvivalAssessment> last = assessments.lastEntry().getValue();
        var explanations = predictor.explain(windows);
        return IntStream.range(0, places.size())
                .mapToObj(i -> ExplainedStay.of(
                        examples.get(places.get(i)), windows.get(i), last.get(places.get(i)), explanations.get(i)))
                .toList();
    }

    /** Predicts the disturbed stays with the most hours seen and compares the results. */
    DisturbanceResult disturbedBy(InputDisturbance disturbance) {
        float[] with = lastProbabilitiesOf(disturbance.does());
        return DisturbanceResult.of(disturbance.name(), with, lastProbabilities(), died());
    }

    /** Predicts changed stays with the most hours seen. */
    float[] lastProbabilitiesOf(UnaryOperator<RecordedStay> change) {
        List<HourlyStay> stays = recordings.stream()
                .map(recording -> HourlyStay.of(change.apply(recording)))
                .toList();
        return BundlePredictor.probabilities(predictor.assessAfter(assessments.lastKey(), stays));
    }
}
