package org.vigie.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vigie.inference.bundle.Digests;
import org.vigie.training.evaluate.Judgement;
import org.vigie.training.evaluate.Judgement.OfGroup;
import org.vigie.training.evaluate.Metrics;
import org.vigie.training.feature.Example;
import org.vigie.training.predict.OutOfFold;
import org.vigie.training.report.Report;
import org.vigie.training.report.ReportLines;
import org.vigie.training.report.Subject;

/** Judges what a cross-validation said, fold by fold and all together. No model is asked. */
final class CrossValidationRun {
    private final EvaluateOptions options;
    private final Path predictions;
    private final PrintStream out;

    CrossValidationRun(EvaluateOptions options, Path predictions, PrintStream out) {
        this.options = options;
        this.predictions = predictions;
        this.out = out;
    }

    Report run() throws IOException {
        OutOfFold said = OutOfFold.read(predictions);
        List<Example> examples =
                EvaluationRun.examples(options.data(), options.outcomes().orElseThrow(), out);
        List<Integer> ids =
                examples.stream().map(example -> example.stay().id()).toList();
        NavigableMap<Integer, float[]> probabilities = said.of(ids);
        Judgement judgement = Judgement.of(examples, probabilities, options.threshold(), options.bootstrap());
        ReportLines.of(judgement).forEach(out::println);
        float[] last = probabilities.lastEntry().getValue();
        Report report = new Report(subject(), judgement, folds(said, ids, examples, last, judgement.threshold()));
        report.write(options.report(), Metrics.curve(last, Judgement.died(examples)));
        Path page = options.report().resolve(Report.HTML);
        out.println("report: " + page);
        return report;
    }

    private List<OfGroup> folds(
            OutOfFold said, List<Integer> ids, List<Example> examples, float[] probabilities, double threshold) {
        List<OfGroup> folds = new ArrayList<>();
        for (int fold : new TreeSet<>(said.folds().values())) {
            int[] members = IntStream.range(0, ids.size())
                    .filter(i -> said.folds().get(ids.get(i)) == fold)
                    .toArray();
            folds.add(OfGroup.of("fold " + fold, members, examples, probabilities, threshold, options.bootstrap()));
        }
        return folds;
    }

    private Subject subject() throws IOException {
        return new Subject(
                "cross-validation",
                "",
                Digests.sha256(predictions),
                "Each stay was judged by models that had not learnt from it. Not for diagnosis.",
                options.data().getFileName().toString(),
                predictions.getFileName().toString());
    }
}
