package org.vigie.training.command.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.evaluation.WorstPredictions;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.evaluate.DisturbanceResult;
import org.vigie.training.evaluate.InputDisturbance;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.external.ExternalEvaluation;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.label.ExtractedCohort;
import org.vigie.training.label.StayOutcome;
import org.vigie.training.predict.BundlePredictor;
import org.vigie.training.report.EvaluationReport;
import org.vigie.training.report.ReportLines;

/** Evaluates a model in the steps cohort, label, feature, predict, evaluate, explain, report. */
public final class EvaluationRun {
    private static final int WORST = 10;

    private final EvaluateOptions options;
    private final PrintStream out;

    public EvaluationRun(EvaluateOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public EvaluationReport run() throws IOException {
        EvaluatedCohort cohort = EvaluatedCohort.read(options, out);
        try (BundlePredictor predictor = BundlePredictor.open(options.model(), options.imputer())) {
            List<StayOutcome> outcomes = cohort.cohort().recordings().stream()
                    .map(recording -> cohort.outcomes().of(recording.id()))
                    .toList();
            return report(predictor, cohort.cohort().recordings(), outcomes);
        }
    }

    private EvaluationReport report(
            BundlePredictor predictor, List<RecordedStay> recordings, List<StayOutcome> outcomes) throws IOException {
        List<LabelledStay> examples = examples(recordings, outcomes);
        PredictedCohort cohort = PredictedCohort.of(predictor, recordings, examples, options.hours());
        SurvivalEvaluation evaluation = SurvivalEvaluation.of(
                examples, cohort.probabilities(), options.thresholdOf(predictor.card()), options.bootstrap());
        new ReportLines(evaluation).lines().forEach(out::println);
        WorstPredictions worst = WorstPredictions.of(cohort.lastProbabilities(), cohort.died(), WORST);
        EvaluationReport report = new EvaluationReport(
                options.subject(predictor.card()),
                evaluation,
                List.of(),
                cohort.courses(outcomes),
                cohort.explained(worst.falseAlarms()),
                cohort.explained(worst.misses()),
                options.robustness() ? disturbed(cohort) : List.of(),
                external(cohort));
        report.write(options.report(), BinaryMetrics.curve(cohort.lastProbabilities(), cohort.died()));
        out.println("report: " + options.report().resolve(EvaluationReport.HTML));
        return report;
    }

    /** Compares an extracted cohort with what the model learnt from; empty for another format. */
    private ExternalEvaluation external(PredictedCohort cohort) throws IOException {
        return options.format() == CohortFormat.EXTRACTED
                ? new ExternalEvaluationRun(new ExtractedCohort(options.data()), cohort, out).run()
                : ExternalEvaluation.NONE;
    }

    private static List<LabelledStay> examples(List<RecordedStay> recordings, List<StayOutcome> outcomes) {
        return IntStream.range(0, recordings.size())
                .mapToObj(
                        i -> LabelledStay.of(recordings.get(i), outcomes.get(i).died()))
                .toList();
    }

    private List<DisturbanceResult> disturbed(PredictedCohort cohort) {
        List<DisturbanceResult> all = new ArrayList<>();
        for (InputDisturbance disturbance : InputDisturbance.all(options.lastHours())) {
            DisturbanceResult disturbed = cohort.disturbedBy(disturbance);
            out.printf(
                    "%s: AUROC %+.4f, ECE %+.4f%n", disturbed.name(), disturbed.aurocChange(), disturbed.eceChange());
            all.add(disturbed);
        }
        return all;
    }
}
