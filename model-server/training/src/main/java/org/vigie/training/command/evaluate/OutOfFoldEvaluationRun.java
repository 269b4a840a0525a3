package org.vigie.training.command.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.inference.bundle.Sha256Digest;
import org.vigie.training.evaluate.PredictedStays;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.evaluate.SurvivalEvaluation.SubgroupEvaluation;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.predict.OutOfFoldPredictions;
import org.vigie.training.report.EvaluationReport;
import org.vigie.training.report.EvaluationSubject;
import org.vigie.training.report.ReportLines;

/** Evaluates the predictions of a cross-validation, fold by fold and all together. It needs no model. */
final class OutOfFoldEvaluationRun {
    private final EvaluateOptions options;
    private final Path predictions;
    private final PrintStream out;

    OutOfFoldEvaluationRun(EvaluateOptions options, Path predictions, PrintStream out) {
        this.options = options;
        this.predictions = predictions;
        this.out = out;
    }

    EvaluationReport run() throws IOException {
        OutOfFoldPredictions outOfFold = OutOfFoldPredictions.read(predictions);
        List<LabelledStay> examples = EvaluatedCohort.read(options, out).examples();
        NavigableMap<Integer, float[]> probabilities = outOfFold.probabilitiesOf(ids(examples));
        SurvivalEvaluation evaluation =
                SurvivalEvaluation.of(examples, probabilities, options.threshold(), options.bootstrap());
        new ReportLines(evaluation).lines().forEach(out::println);
        PredictedStays last =
                new PredictedStays(examples, probabilities.lastEntry().getValue());
        EvaluationReport report =
                new EvaluationReport(subject(), evaluation, folds(outOfFold, last, evaluation.threshold()));
        report.write(options.report(), BinaryMetrics.curve(last.probabilities(), last.died()));
        out.println("report: " + options.report().resolve(EvaluationReport.HTML));
        return report;
    }

    private List<SubgroupEvaluation> folds(OutOfFoldPredictions outOfFold, PredictedStays stays, double threshold) {
        List<Integer> ids = ids(stays.examples());
        return outOfFold.folds().values().stream()
                .distinct()
                .sorted()
                .map(fold -> stays.only(
                                place -> outOfFold.folds().get(ids.get(place)).equals(fold))
                        .evaluated("fold " + fold, threshold, options.bootstrap()))
                .toList();
    }

    private static List<Integer> ids(List<LabelledStay> examples) {
        return examples.stream().map(example -> example.stay().id()).toList();
    }

    private EvaluationSubject subject() throws IOException {
        return new EvaluationSubject(
                "cross-validation",
                "",
                Sha256Digest.of(predictions).hex(),
                "Each stay was judged by models that had not learnt from it. Not for diagnosis.",
                options.data().getFileName().toString(),
                predictions.getFileName().toString());
    }
}
