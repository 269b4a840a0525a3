package org.vigie.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
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
import org.vigie.training.gate.Demands;
import org.vigie.training.learn.EnsembleTrainer;
import org.vigie.training.learn.Members;
import org.vigie.training.learn.Scaling;
import org.vigie.training.learn.TrainingSet;
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
        TrainingSet set = sets.encoded(scaling, HOURS);
        int folds = sets.foldCount();
        EnsembleTrainer trainer = new EnsembleTrainer(
                options.ensemble(),
                new ConsoleProgress(
                        out, (folds + 1) * (1 + options.ensemble().nets().size())));
        Testimony outOfFold = testimony(set, trainer.outOfFold(set));
        Ensemble ensemble = new Calibrator(options.ensemble().parts(), FLOOR).fit(outOfFold);
        NavigableMap<Integer, float[]> probabilities = Calibrator.probabilities(ensemble, outOfFold);
        Results results = new Results(ensemble, outOfFold);
        List<Result> known = new ArrayList<>(results.on("out of fold", probabilities, outOfFold));
        UnseenSet.tell(known, out);
        Gate gate = new GateCheck(options, demands, out).of(sets.examples(), ensemble, probabilities);
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
            known.addAll(new UnseenSet(options, HOURS, out).results(scaling, members, results, bundle));
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

    static Testimony testimony(TrainingSet set, NavigableMap<Integer, float[][]> logits) {
        return new Testimony(logits, set.table().hoursSeen(), set.died());
    }

    /** The SavedModel first. */
    private List<String> files() {
        return options.ensemble().parts().stream().map(Part::file).distinct().toList();
    }
}
