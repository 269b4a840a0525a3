package org.vigie.training.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.inference.bundle.Digests;
import org.vigie.inference.bundle.Ensemble;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.Result;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.inference.bundle.ModelCard.Training;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.feature.Statics;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.feature.Example;
import org.vigie.training.feature.Split;
import org.vigie.training.learn.LearnerConfig;
import org.vigie.training.learn.TrainedModel;

/** Writes {@code model-card.json} and {@code model-card.md} beside a SavedModel. */
public final class CardWriter {
    /** The model's name. */
    public static final String NAME = "survival-lstm";

    private static final List<Long> WINDOW = List.of(-1L, 48L, 37L);
    private static final List<String> LIMITS = List.of(
            "Learnt from one hospital (Beth Israel Deaconess, Boston, 2001-2008): it may rank and calibrate differently elsewhere; validate locally before any use.",
            "Adults only. Sees the 37 series and the admission data named above; nothing about treatment, diagnosis or a decision to limit care.",
            "Made for the first 48 hours of a stay. Later it sees the last 48 hours, which it was not trained on.",
            "In training every hour was complete; live, the hour in progress is not.",
            "A window with nothing measured still gets a probability: near the average risk, from the admission data alone. Read it with the share of imputed cells.",
            "One network: no interval, no contributions.");

    private final LearnerConfig config;
    private final String version;

    public CardWriter(LearnerConfig config, String version) {
        this.config = config;
        this.version = version;
    }

    /** @param bundle a folder with {@code saved_model.pb} */
    public ModelCard write(Path bundle, Cohort cohort, Split split, TrainedModel model, List<Result> results)
            throws IOException {
        ModelCard card = new ModelCard(
                NAME,
                version,
                Digests.sha256(bundle.resolve(ModelBundle.SAVED_MODEL)),
                Map.of(),
                "Probability of dying in hospital, from the last 48 hours of an intensive-care stay.",
                "Not for diagnosis. Research and demonstration only; not a medical device.",
                inputs(),
                List.of(new TensorCard(
                        "probability",
                        "FP32",
                        List.of(-1L),
                        "calibrated probability of in-hospital death, 0 to 1",
                        List.of())),
                Ensemble.NONE,
                ModelCard.Gate.NONE,
                training(cohort, split, model),
                results,
                LIMITS);
        card.write(bundle.resolve(ModelBundle.CARD));
        Files.writeString(bundle.resolve("model-card.md"), CardPage.of(card));
        return card;
    }

    private static List<TensorCard> inputs() {
        List<String> series = VariableCatalogue.standard().series().stream()
                .map(variable -> variable.name() + " [" + variable.unit() + "]")
                .toList();
        return List.of(
                new TensorCard("values", "FP32", WINDOW, "hour x series, every cell filled, in physical units", series),
                new TensorCard(
                        "measured",
                        "FP32",
                        WINDOW,
                        "1 where the cell was measured in that very hour, else 0",
                        List.of()),
                new TensorCard(
                        "ages", "FP32", WINDOW, "hours since the series was last measured; 48 when never", List.of()),
                new TensorCard(
                        "statics", "FP32", List.of(-1L, 12L), "at admission; an unknown number is 0", Statics.NAMES));
    }

    private Training training(Cohort cohort, Split split, TrainedModel model) {
        Map<String, Integer> faults = cohort.faults().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
        return new Training(
                "PhysioNet/CinC Challenge 2012 v1.0.0, set A, first 48 hours",
                "Open Data Commons Attribution License 1.0 (ODC-By)",
                "Silva I, Moody G, Scott DJ, Celi LA, Mark RG. Predicting In-Hospital Mortality of ICU Patients: The PhysioNet/Computing in Cardiology Challenge 2012. Comput Cardiol 2012;39:245-248. Goldberger AL et al. PhysioBank, PhysioToolkit, and PhysioNet. Circulation 2000;101(23):e215-e220.",
                split.learnt().size(),
                split.heldOut().size(),
                deaths(split.learnt()) + deaths(split.heldOut()),
                faults,
                config.hours(),
                "LSTM of 64 cells over the 48 hours; a linear layer over its last state and a summary of the window (last, mean, highest, lowest, count); AdamW, dropout, averaged weights, early stopping on the held-out stays; classes not reweighted",
                String.format(
                        Locale.ROOT,
                        "Platt scaling on the held-out stays at all hours seen, slope %.4f, intercept %.4f, inside the graph",
                        model.platt().slope(),
                        model.platt().intercept()),
                config.seed(),
                model.bestEpoch(),
                "./vigie train --data ../shared/data/physionet2012 --version " + version + " --seed " + config.seed()
                        + " --epochs " + config.epochs());
    }

    private static int deaths(List<Example> examples) {
        return (int) examples.stream().filter(Example::died).count();
    }
}
