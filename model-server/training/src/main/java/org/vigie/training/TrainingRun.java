package org.vigie.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.Result;
import org.vigie.training.card.CardWriter;
import org.vigie.training.cohort.ChallengeReader;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.evaluate.Evaluation;
import org.vigie.training.evaluate.Metrics;
import org.vigie.training.feature.Example;
import org.vigie.training.feature.Split;
import org.vigie.training.label.Outcomes;
import org.vigie.training.learn.Learner;
import org.vigie.training.learn.Predictor;
import org.vigie.training.learn.SavedModelWriter;
import org.vigie.training.learn.TrainedModel;

/** cohort - label - feature - learn - calibrate - export - evaluate - card, in this order. */
final class TrainingRun {
    private static final int HELD_OUT = 8;
    private static final String HELD_OUT_SET = "set A, held out (also chose the epoch and the calibration)";

    private final TrainOptions options;
    private final PrintStream out;

    TrainingRun(TrainOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** @return the bundle's folder */
    Path run() throws IOException {
        Cohort cohort = read("a");
        List<Example> examples = examples(cohort, "a");
        Split split = Split.of(examples, HELD_OUT, options.learner().seed());
        out.printf(
                "learning from %d stays, %d held out%n",
                split.learnt().size(), split.heldOut().size());
        TrainedModel model = new Learner(options.learner(), new ConsoleProgress(out)).learn(split);
        Path bundle = options.models().resolve(CardWriter.NAME).resolve(options.version());
        SavedModelWriter.write(model, bundle);
        ModelCard card = new CardWriter(options.learner(), options.version())
                .write(bundle, cohort, split, model, results(model, split));
        out.printf("%s %s, digest %s%nwritten to %s%n", card.name(), card.version(), card.digest(), bundle);
        return bundle;
    }

    private Cohort read(String set) throws IOException {
        Path source = PredictionRun.setIn(options.data(), set);
        if (!Files.exists(source)) {
            throw new IOException(source + ": no such set; --data must be a folder of PhysioNet-2012");
        }
        Cohort cohort = ChallengeReader.read("PhysioNet-2012 set " + set.toUpperCase(Locale.ROOT), source);
        out.printf(
                "%s: %d stays; rows not used: %s%n",
                cohort.name(), cohort.recordings().size(), cohort.faults());
        return cohort;
    }

    private List<Example> examples(Cohort cohort, String set) throws IOException {
        Outcomes outcomes = Outcomes.read(options.data().resolve("Outcomes-" + set + ".txt"));
        return cohort.recordings().stream()
                .map(recording -> Example.of(recording, outcomes.died(recording.id())))
                .toList();
    }

    /** On the held-out stays, and on set B where its outcomes are at hand. */
    private List<Result> results(TrainedModel model, Split split) throws IOException {
        try (Predictor predictor = model.predictor()) {
            Evaluation evaluation = new Evaluation(predictor::probabilities);
            List<Result> results = new ArrayList<>(results(evaluation, HELD_OUT_SET, split.heldOut()));
            if (Files.exists(options.data().resolve("Outcomes-b.txt"))) {
                results.addAll(results(evaluation, "set B, never seen", examples(read("b"), "b")));
            }
            return results;
        }
    }

    private List<Result> results(Evaluation evaluation, String set, List<Example> examples) {
        return options.learner().hours().stream()
                .map(hours -> result(set, hours, evaluation.after(hours, examples)))
                .toList();
    }

    private Result result(String set, int hours, Metrics metrics) {
        out.printf(
                Locale.ROOT,
                "%s, %2d h seen: AUROC %.3f, AUPRC %.3f, Brier %.4f, ECE %.4f%n",
                set,
                hours,
                metrics.auroc(),
                metrics.auprc(),
                metrics.brier(),
                metrics.ece());
        return new Result(
                set,
                hours,
                metrics.stays(),
                metrics.deaths(),
                metrics.auroc(),
                metrics.auprc(),
                metrics.brier(),
                metrics.ece());
    }
}
