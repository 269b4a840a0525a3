package org.vigie.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.vigie.training.calibrate.Platt;
import org.vigie.training.evaluate.Bootstrap;
import org.vigie.training.evaluate.Judgement;
import org.vigie.training.evaluate.Metrics;
import org.vigie.training.feature.Example;
import org.vigie.training.feature.FeatureTable;
import org.vigie.training.feature.Folds;
import org.vigie.training.learn.CrossValidation;
import org.vigie.training.learn.Trees;
import org.vigie.training.report.Report;
import org.vigie.training.report.ReportLines;
import org.vigie.training.report.Subject;

/**
 * cohort - label - feature - learn - calibrate - evaluate, for boosted trees: the folds of set A give the calibration of each number of
 * hours and the threshold, all of set A gives the trees that are measured on set B.
 */
final class TreesRun {
    private static final List<Integer> HOURS = HoursSeen.parse(HoursSeen.DEFAULT);
    private static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 2012);

    private final TreesOptions options;
    private final PrintStream out;

    TreesRun(TreesOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** @return the judgement on set B */
    Judgement run() throws IOException {
        out.println(options.trees());
        List<Example> examples = examples("a");
        int[] folds = Folds.read(options.data().resolve("physionet2012-set-a-folds.csv"))
                .of(examples);
        FeatureTable table = FeatureTable.of(examples, HOURS);
        NavigableMap<Integer, float[]> outOfFold =
                CrossValidation.outOfFold(options.trees(), table, folds, fold -> out.println("fold " + fold + " done"));
        Map<Integer, Platt> platts = new TreeMap<>();
        outOfFold.forEach((hours, logits) -> platts.put(hours, Platt.fit(logits, table.died())));
        Judgement validated = report("a-cv", examples, calibrated(outOfFold, platts), OptionalDouble.empty());

        List<Example> unseen = examples("b");
        NavigableMap<Integer, float[]> logits = new TreeMap<>();
        try (Trees trees = Trees.grow(options.trees(), table)) {
            FeatureTable.of(unseen, HOURS).rows().forEach((hours, rows) -> logits.put(hours, trees.logits(rows)));
        }
        return report("b", unseen, calibrated(logits, platts), OptionalDouble.of(validated.threshold()));
    }

    private List<Example> examples(String set) throws IOException {
        return EvaluationRun.examples(
                PredictionRun.setIn(options.data(), set), options.data().resolve("Outcomes-" + set + ".txt"), out);
    }

    private static NavigableMap<Integer, float[]> calibrated(
            NavigableMap<Integer, float[]> logits, Map<Integer, Platt> platts) {
        NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
        logits.forEach((hours, some) -> {
            float[] theirs = new float[some.length];
            for (int i = 0; i < some.length; i++) {
                theirs[i] = platts.get(hours).probability(some[i]);
            }
            probabilities.put(hours, theirs);
        });
        return probabilities;
    }

    private Judgement report(
            String name, List<Example> examples, NavigableMap<Integer, float[]> probabilities, OptionalDouble threshold)
            throws IOException {
        Judgement judgement = Judgement.of(examples, probabilities, threshold, BOOTSTRAP);
        Path folder = options.report().resolve(name);
        new Report(
                        new Subject(
                                "boosted trees",
                                "experiment",
                                options.trees().toString(),
                                "Not for diagnosis. An experiment; not served.",
                                "set " + name,
                                "PhysioNet-2012"),
                        judgement)
                .write(folder, Metrics.curve(probabilities.lastEntry().getValue(), Judgement.died(examples)));
        out.printf("%s, threshold %.3f%n", name, judgement.threshold());
        ReportLines.of(judgement).forEach(out::println);
        return judgement;
    }
}
