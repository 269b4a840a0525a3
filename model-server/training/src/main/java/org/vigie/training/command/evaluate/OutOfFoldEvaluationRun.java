package org.vigie.training.command.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.inference.bundle.Sha256Digest;
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
        OutOfFoldPredictions said = OutOfFoldPredictions.read(predictions);
        List<LabelledStay> examples =
                EvaluationRun.examples(options.data(), options.outcomes().orElseThrow(), out);
        List<Integer> ids =
                examples.stream().map(example -> example.stay().id()).toList();
        NavigableMap<Integer, float[]> probabilities = said.probabilitiesOf(ids);
        SurvivalEvaluation evaluation =
                SurvivalEvaluation.of(examples, probabilities, options.threshold(), options.bootstrap());
        new ReportLines(evaluation).lines().forEach(out::println);
        float[] last = probabilities.lastEntry().getValue();
        EvaluationReport report =
                new EvaluationReport(subject(), evaluation, folds(said, ids, examples, last, evaluation.threshold()));
        report.write(options.report(), BinaryMetrics.curve(last, SurvivalEvaluation.died(examples)));
        Path page = options.report().resolve(EvaluationReport.HTML);
        out.println("report: " + page);
        return report;
    }

    private List<SubgroupEvaluation> folds(
            OutOfFoldPredictions said,
            List<Integer> ids,
            List<LabelledStay> examples,
            float[] probabilities,
            double threshold) {
        List<SubgroupEvaluation> folds = new ArrayList<>();
        for (int fold : new TreeSet<>(said.folds().values())) {
            int[] members = IntStream.range(0, ids.size())
                    .filter(i -> said.folds().get(ids.get(i)) == fold)
                    .toArray();
            folds.add(SubgroupEvaluation.of(
                    "fold " + fold, members, examples, probabilities, threshold, options.bootstrap()));
        }
        return folds;
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
