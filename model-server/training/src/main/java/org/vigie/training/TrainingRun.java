package org.vigie.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.vigie.inference.bundle.Ensemble;
import org.vigie.inference.bundle.Ensemble.EvidenceFloor;
import org.vigie.inference.bundle.Ensemble.Part;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.Gate;
import org.vigie.inference.bundle.ModelCard.Result;
import org.vigie.training.calibrate.Calibrator;
import org.vigie.training.calibrate.Testimony;
import org.vigie.training.card.CardWriter;
import org.vigie.training.card.Results;
import org.vigie.training.evaluate.Bootstrap;
import org.vigie.training.evaluate.Judgement;
import org.vigie.training.feature.Example;
import org.vigie.training.feature.Stay;
import org.vigie.training.gate.Demands;
import org.vigie.training.learn.Encoder;
import org.vigie.training.learn.Ends;
import org.vigie.training.learn.EnsembleTrainer;
import org.vigie.training.learn.Members;
import org.vigie.training.learn.Scaling;
import org.vigie.training.learn.TrainingSet;
import org.vigie.training.predict.BundlePredictor;
import org.vigie.training.predict.OutOfFold;

/** cohort - label - feature - learn fold by fold - calibrate - gate - learn from all - export - evaluate - card, in this order. */
final class TrainingRun {
    private static final List<Integer> HOURS = HoursSeen.parse(HoursSeen.DEFAULT);
    /** With less, AUROC on set B's first hours falls below .75 and risks are told too low; docs/models has the table. */
    private static final EvidenceFloor FLOOR = new EvidenceFloor(15, 8);

    private final TrainOptions options;
    private final PrintStream out;

    TrainingRun(TrainOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** @return the bundle's folder */
    Path run() throws IOException {
        Demands demands = Demands.read(options.gate());
        LearningSets sets = LearningSets.read(options.data(), options.sets(), options.seed(), out);
        Scaling scaling = Scaling.fit(sets.examples());
        TrainingSet set = encoded(scaling, sets.examples(), sets.ends(), sets.folds());
        int folds = sets.foldCount();
        EnsembleTrainer trainer = new EnsembleTrainer(
                options.ensemble(),
                new ConsoleProgress(
                        out, (folds + 1) * (1 + options.ensemble().nets().size())));
        Testimony outOfFold = testimony(set, trainer.outOfFold(set));
        Ensemble ensemble = new Calibrator(options.ensemble().parts(), FLOOR).fit(outOfFold);
        NavigableMap<Integer, float[]> probabilities = Calibrator.probabilities(ensemble, outOfFold);
        Results results = new Results(ensemble, outOfFold);
        List<Result> known = new ArrayList<>(told(results.on("out of fold", probabilities, outOfFold)));
        Gate gate = gate(demands, sets.examples(), ensemble, probabilities);
        OutOfFold.write(predictions(), sets.ids(), sets.folds(), probabilities);
        List<String> files = files();
        try (Members members = trainer.train(set, "all")) {
            Path bundle = Files.createDirectories(
                    options.models().resolve(CardWriter.NAME).resolve(options.version()));
            members.write(scaling, bundle, files.subList(1, files.size()));
            CardWriter writer = new CardWriter(
                    options.ensemble(),
                    options.version(),
                    options.seed(),
                    options.command(),
                    sets.cohorts(),
                    set.died());
            writer.write(bundle, files, ensemble, gate, known);
            known.addAll(unseen(scaling, members, results, bundle));
            ModelCard card = writer.write(bundle, files, ensemble, gate, known);
            out.printf("%s %s, digest %s%nwritten to %s%n", card.name(), card.version(), card.digest(), bundle);
            return bundle;
        }
    }

    /** What was said out of fold, for {@code ./vigie evaluate --predictions}. It lies beside the bundle: a bundle names no stays. */
    private Path predictions() throws IOException {
        Path folder = Files.createDirectories(options.models().resolve(CardWriter.NAME));
        return folder.resolve(options.version() + "-out-of-fold.csv");
    }

    private static Testimony testimony(TrainingSet set, NavigableMap<Integer, float[][]> logits) {
        return new Testimony(logits, set.table().hoursSeen(), set.died());
    }

    private static TrainingSet encoded(Scaling scaling, List<Example> examples, Ends ends, int[] folds) {
        try (Encoder encoder = new Encoder(scaling)) {
            return TrainingSet.of(encoder, examples.stream().map(Example::stay).toList(), HOURS, ends, folds);
        }
    }

    /** The SavedModel first. */
    private List<String> files() {
        return options.ensemble().parts().stream().map(Part::file).distinct().toList();
    }

    /** @throws IOException when the model does not pass and is not forced */
    private Gate gate(
            Demands demands, List<Example> examples, Ensemble ensemble, NavigableMap<Integer, float[]> probabilities)
            throws IOException {
        Judgement judgement = Judgement.of(
                examples,
                probabilities.tailMap(probabilities.lastKey(), true),
                OptionalDouble.of(ensemble.threshold()),
                new Bootstrap(1, options.seed()));
        List<String> failures = demands.failures(judgement);
        failures.forEach(failure -> out.println("gate: " + failure));
        if (!failures.isEmpty() && !options.force()) {
            throw new IOException("the model does not pass " + options.gate() + " and is not exported (--force): "
                    + String.join("; ", failures));
        }
        out.println(failures.isEmpty() ? "gate: passed" : "gate: NOT passed, exported by force");
        return new Gate(failures, !failures.isEmpty());
    }

    /** On set B, where it was not learnt from and its outcomes are at hand: the bundle is asked as {@code ./vigie evaluate} asks it. */
    private List<Result> unseen(Scaling scaling, Members members, Results results, Path bundle) throws IOException {
        if (options.sets().contains("b") || !Files.exists(options.data().resolve("Outcomes-b.txt"))) {
            return List.of();
        }
        LearningSets b = LearningSets.read(options.data(), List.of("b"), options.seed(), out);
        TrainingSet set = encoded(scaling, b.examples(), b.ends(), b.folds());
        try (BundlePredictor predictor = BundlePredictor.open(bundle)) {
            List<Stay> stays = b.examples().stream().map(Example::stay).toList();
            NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
            HOURS.forEach(
                    hours -> probabilities.put(hours, BundlePredictor.probabilities(predictor.after(hours, stays))));
            return told(results.on("set B, never seen", probabilities, testimony(set, members.logits(set))));
        }
    }

    private List<Result> told(List<Result> results) {
        results.forEach(result -> out.printf(
                Locale.ROOT,
                "%s, %2d h seen: AUROC %.4f, AUPRC %.4f, event 1 %.3f, event 2 %.1f, Brier %.4f, ECE %.4f%n",
                result.set(),
                result.hoursSeen(),
                result.auroc(),
                result.auprc(),
                result.event1(),
                result.event2(),
                result.brier(),
                result.ece()));
        return results;
    }
}
