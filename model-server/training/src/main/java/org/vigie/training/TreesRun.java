package org.vigie.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.evaluation.PlattScaling;
import org.vigie.training.command.evaluate.EvaluationRun;
import org.vigie.training.command.predict.HoursSeenOption;
import org.vigie.training.command.predict.PredictionRun;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.feature.FeatureTable;
import org.vigie.training.feature.FoldAssignment;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.learn.tree.BoostedTrees;
import org.vigie.training.learn.tree.TreesCrossValidation;
import org.vigie.training.report.EvaluationReport;
import org.vigie.training.report.EvaluationSubject;
import org.vigie.training.report.ReportLines;

/**
 * cohort - label - feature - learn - calibrate - evaluate, for boosted trees: the folds of set A give the calibration of each number of
 * hours and the threshold, all of set A gives the trees that are measured on set B.
 */
final class TreesRun {
    private static final List<Integer> HOURS = HoursSeenOption.parse(HoursSeenOption.DEFAULT);
    private static final BootstrapEstimator BOOTSTRAP = new BootstrapEstimator(1000, 2012);

    private final TreesOptions options;
    private final PrintStream out;

    TreesRun(TreesOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** @return the judgement on set B */
    SurvivalEvaluation run() throws IOException {
        out.println(options.trees());
        List<LabelledStay> examples = examples("a");
        int[] folds = FoldAssignment.read(options.data().resolve("physionet2012-set-a-folds.csv"))
                .of(examples);
        FeatureTable table = FeatureTable.of(examples, HOURS);
        NavigableMap<Integer, float[]> outOfFold = TreesCrossValidation.outOfFold(
                options.trees(), table, folds, fold -> out.println("fold " + fold + " done"));
        Map<Integer, PlattScaling> platts = new TreeMap<>();
        outOfFold.forEach((hours, logits) -> platts.put(hours, PlattScaling.fit(logits, table.died())));
        SurvivalEvaluation validated = report("a-cv", examples, calibrated(outOfFold, platts), OptionalDouble.empty());

        List<LabelledStay> unseen = examples("b");
        NavigableMap<Integer, float[]> logits = new TreeMap<>();
        try (BoostedTrees trees = BoostedTrees.grow(options.trees(), table)) {
            FeatureTable.of(unseen, HOURS).rows().forEach((hours, rows) -> logits.put(hours, trees.logits(rows)));
        }
        return report("b", unseen, calibrated(logits, platts), OptionalDouble.of(validated.threshold()));
    }

    private List<LabelledStay> examples(String set) throws IOException {
        return EvaluationRun.examples(
                PredictionRun.setIn(options.data(), set), options.data().resolve("Outcomes-" + set + ".txt"), out);
    }

    private static NavigableMap<Integer, float[]> calibrated(
            NavigableMap<Integer, float[]> logits, Map<Integer, PlattScaling> platts) {
        NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
        logits.forEach((hours, some) -> {
            float[] theirs = new float[some.length];
            for (int i = 0; i < some.length; i++) {
                theirs[i] = (float) platts.get(hours).probability(some[i]);
            }
            probabilities.put(hours, theirs);
        });
        return probabilities;
    }

    private SurvivalEvaluation report(
            String name,
            List<LabelledStay> examples,
            NavigableMap<Integer, float[]> probabilities,
            OptionalDouble threshold)
            throws IOException {
        SurvivalEvaluation evaluation = SurvivalEvaluation.of(examples, probabilities, threshold, BOOTSTRAP);
        Path folder = options.report().resolve(name);
        new EvaluationReport(
                        new EvaluationSubject(
                                "boosted trees",
                                "experiment",
                                options.trees().toString(),
                                "Not for diagnosis. An experiment; not served.",
                                "set " + name,
                                "PhysioNet-2012"),
                        evaluation)
                .write(
                        folder,
                        BinaryMetrics.curve(probabilities.lastEntry().getValue(), SurvivalEvaluation.died(examples)));
        out.printf("%s, threshold %.3f%n", name, evaluation.threshold());
        ReportLines.of(evaluation).forEach(out::println);
        return evaluation;
    }
}
