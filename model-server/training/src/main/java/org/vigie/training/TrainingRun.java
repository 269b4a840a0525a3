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
import org.vigie.inference.bundle.Ensemble.Kind;
import org.vigie.inference.bundle.Ensemble.Part;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.Gate;
import org.vigie.inference.bundle.ModelCard.Result;
import org.vigie.training.calibrate.Calibrator;
import org.vigie.training.card.CardWriter;
import org.vigie.training.card.Results;
import org.vigie.training.evaluate.Bootstrap;
import org.vigie.training.evaluate.Judgement;
import org.vigie.training.feature.Example;
import org.vigie.training.gate.Demands;
import org.vigie.training.learn.Encoder;
import org.vigie.training.learn.Ends;
import org.vigie.training.learn.EnsembleTrainer;
import org.vigie.training.learn.Members;
import org.vigie.training.learn.SavedModelWriter;
import org.vigie.training.learn.Scaling;
import org.vigie.training.learn.TrainingSet;

/** cohort - label - feature - learn fold by fold - calibrate - gate - learn from all - export - evaluate - card, in this order. */
final class TrainingRun {
    private static final List<Integer> HOURS = HoursSeen.parse(HoursSeen.DEFAULT);
    private static final String TREES = "trees.ubj";
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
                        out, (folds + 1) * options.ensemble().names().size()));
        NavigableMap<Integer, float[][]> outOfFold = trainer.outOfFold(set);
        Ensemble ensemble = new Calibrator(parts(), FLOOR, set.died()).fit(outOfFold);
        Results results = new Results(ensemble, outOfFold, set.died());
        List<Result> known = new ArrayList<>(told(results.on("out of fold", outOfFold, set.died())));
        Gate gate = gate(demands, sets.examples(), ensemble, outOfFold);
        try (Members members = trainer.train(set, "all")) {
            Path bundle = Files.createDirectories(
                    options.models().resolve(CardWriter.NAME).resolve(options.version()));
            SavedModelWriter.write(scaling, members.nets(), bundle);
            members.trees().save(bundle.resolve(TREES));
            known.addAll(unseen(scaling, members, results));
            ModelCard card = new CardWriter(options.ensemble(), options.version(), options.seed(), options.command())
                    .write(
                            bundle,
                            List.of(ModelBundle.SAVED_MODEL, TREES),
                            sets.cohorts(),
                            set.died(),
                            ensemble,
                            gate,
                            known);
            out.printf("%s %s, digest %s%nwritten to %s%n", card.name(), card.version(), card.digest(), bundle);
            return bundle;
        }
    }

    private static TrainingSet encoded(Scaling scaling, List<Example> examples, Ends ends, int[] folds) {
        try (Encoder encoder = new Encoder(scaling)) {
            return TrainingSet.of(encoder, examples.stream().map(Example::stay).toList(), HOURS, ends, folds);
        }
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<String> names = options.ensemble().names();
        double[] weights = options.ensemble().weights();
        for (int i = 0; i < names.size(); i++) {
            boolean net = i < names.size() - 1;
            parts.add(new Part(
                    names.get(i),
                    net ? Kind.NET : Kind.TREES,
                    net ? ModelBundle.SAVED_MODEL : TREES,
                    net ? i : 0,
                    weights[i]));
        }
        return parts;
    }

    /** @throws IOException when the model does not pass and is not forced */
    private Gate gate(
            Demands demands, List<Example> examples, Ensemble ensemble, NavigableMap<Integer, float[][]> outOfFold)
            throws IOException {
        int whole = outOfFold.lastKey();
        NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
        probabilities.put(whole, Calibrator.probabilities(ensemble, whole, outOfFold.get(whole)));
        Judgement judgement = Judgement.of(
                examples, probabilities, OptionalDouble.of(ensemble.threshold()), new Bootstrap(1, options.seed()));
        List<String> failures = demands.failures(judgement);
        failures.forEach(failure -> out.println("gate: " + failure));
        if (!failures.isEmpty() && !options.force()) {
            throw new IOException("the model does not pass " + options.gate() + " and is not exported (--force): "
                    + String.join("; ", failures));
        }
        out.println(failures.isEmpty() ? "gate: passed" : "gate: NOT passed, exported by force");
        return new Gate(failures, !failures.isEmpty());
    }

    /** On set B, where it was not learnt from and its outcomes are at hand. */
    private List<Result> unseen(Scaling scaling, Members members, Results results) throws IOException {
        if (options.sets().contains("b") || !Files.exists(options.data().resolve("Outcomes-b.txt"))) {
            return List.of();
        }
        LearningSets b = LearningSets.read(options.data(), List.of("b"), options.seed(), out);
        TrainingSet set = encoded(scaling, b.examples(), b.ends(), b.folds());
        return told(results.on("set B, never seen", members.logits(set), set.died()));
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
