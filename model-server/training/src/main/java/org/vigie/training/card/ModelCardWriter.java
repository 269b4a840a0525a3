package org.vigie.training.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.inference.bundle.CalibratedEnsemble;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.EvaluationResult;
import org.vigie.inference.bundle.ModelCard.GateOutcome;
import org.vigie.inference.bundle.ModelCard.TrainingProvenance;
import org.vigie.inference.bundle.Sha256Digest;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.learn.ensemble.EnsembleConfig;
import org.vigie.training.learn.network.NetworkConfig;

/** Writes {@code model-card.json} and {@code model-card.md} beside a model's files. */
public final class ModelCardWriter {
    /** Name of the model. */
    public static final String NAME = "survival";

    private static final List<String> LIMITS = List.of(
            "Learnt from one hospital (Beth Israel Deaconess, Boston, 2001-2008): it may rank and calibrate differently elsewhere; validate locally before any use.",
            "Adults only. Sees the 37 series and the admission data named above; nothing about treatment, diagnosis or a decision to limit care.",
            "Made for the first 48 hours of a stay. Later it sees the last 48 hours, which it was not trained on.",
            "Every stay that it learnt from lasted 48 hours or more: before that it knows nothing of those who die or leave sooner, and its survival curve says almost nobody dies on the first two days.",
            "In training every hour was complete; live, the hour in progress is not.",
            "Deaths after discharge are known in part only, so the survival curve leans high after the hospital stay; it is not calibrated day by day.",
            "The interval tells how far the parts disagree and how well calibrated groups of stays were; it is no statement about one patient.");

    private final EnsembleConfig config;
    private final String version;
    private final long seed;
    private final String command;
    private final List<Cohort> cohorts;
    private final boolean[] died;

    /** @param died of all stays of the cohorts */
    public ModelCardWriter(
            EnsembleConfig config, String version, long seed, String command, List<Cohort> cohorts, boolean... died) {
        this.config = config;
        this.version = version;
        this.seed = seed;
        this.command = command;
        this.cohorts = List.copyOf(cohorts);
        this.died = died;
    }

    /**
     * Writes the card in both forms.
     *
     * @param files in {@code bundle}, whose digests the card holds
     */
    public ModelCard write(
            Path bundle,
            List<String> files,
            CalibratedEnsemble ensemble,
            GateOutcome gate,
            List<EvaluationResult> results)
            throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String file : files) {
            digests.put(file, Sha256Digest.of(bundle.resolve(file)).hex());
        }
        SurvivalTensorCards tensors = new SurvivalTensorCards(config.nets().size());
        ModelCard card = new ModelCard(
                NAME,
                version,
                Sha256Digest.ofAll(digests).hex(),
                digests,
                "Probability of dying in hospital, from the last 48 hours of an intensive-care stay.",
                "Not for diagnosis. Research and demonstration only; not a medical device.",
                tensors.inputs(),
                tensors.outputs(),
                ensemble,
                gate,
                training(),
                results,
                LIMITS);
        card.write(bundle.resolve(ModelBundle.CARD));
        Files.writeString(bundle.resolve("model-card.md"), new ModelCardMarkdown(card).text());
        return card;
    }

    private TrainingProvenance training() {
        Map<String, Integer> faults = new TreeMap<>();
        cohorts.forEach(
                cohort -> cohort.faults().forEach((reason, rows) -> faults.merge(reason.name(), rows, Integer::sum)));
        int deaths = 0;
        for (boolean one : died) {
            deaths += one ? 1 : 0;
        }
        NetworkConfig net = config.nets().get(0);
        return new TrainingProvenance(
                "PhysioNet/CinC Challenge 2012 v1.0.0, first 48 hours: "
                        + cohorts.stream()
                                .map(Cohort::name)
                                .map(ModelCardWriter::lastPart)
                                .collect(Collectors.joining(", ")),
                "Open Data Commons Attribution License 1.0 (ODC-By)",
                "Silva I, Moody G, Scott DJ, Celi LA, Mark RG. Predicting In-Hospital Mortality of ICU Patients: The PhysioNet/Computing in Cardiology Challenge 2012. Comput Cardiol 2012;39:245-248. Goldberger AL et al. PhysioBank, PhysioToolkit, and PhysioNet. Circulation 2000;101(23):e215-e220.",
                died.length,
                0,
                deaths,
                faults,
                List.of(6, 12, 24, 36, 48),
                method(),
                "Beta calibration of the parts' weighted mean for each number of hours seen, threshold for event 1 and width of the interval, all out of fold (five folds) on the same recipe",
                seed,
                net.epochs(),
                command);
    }

    private String method() {
        NetworkConfig net = config.nets().get(0);
        return String.format(
                Locale.ROOT,
                "%d networks and boosted trees, mean of log odds, the trees' weight %.2f. Networks (%s): %d wide, over steps of two hours beside a summary of the window; heads for death in hospital, death on each of 30 days, length of stay; %.0f %% of the label is what trees that did not grow on the stay say of it; AdamW, dropout, averaged weights. Trees: %d rounds, depth %d. Classes are not reweighted: deaths are rare, and calibration would suffer",
                config.nets().size(),
                config.treesWeight(),
                config.nets().stream()
                        .map(one -> one.architecture().name())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                net.hidden(),
                100 * net.taught(),
                config.trees().rounds(),
                config.trees().depth());
    }

    private static String lastPart(String path) {
        return Path.of(path).getFileName().toString();
    }
}
