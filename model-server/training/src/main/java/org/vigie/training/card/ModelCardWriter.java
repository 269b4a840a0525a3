package org.vigie.training.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.inference.bundle.CalibratedEnsemble;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.EvaluationResult;
import org.vigie.inference.bundle.ModelCard.GateOutcome;
import org.vigie.inference.bundle.Sha256Digest;
import org.vigie.training.learn.ensemble.EnsembleConfig;

/** Writes {@code model-card.json} and {@code model-card.md} beside a model's files. */
public final class ModelCardWriter {
    /** Name of the model. */
    public static final String NAME = "survival";

    private static final List<String> LIMITS = List.of(
            "Adults only. Sees the 37 series and the admission data named above; nothing about treatment, diagnosis or a decision to limit care.",
            "Made for the first 48 hours of a stay. Later it sees the last 48 hours, which it was not trained on.",
            "In training every hour was complete; live, the hour in progress is not.",
            "Deaths after discharge are known in part only, so the survival curve leans high after the hospital stay; it is not calibrated day by day.",
            "The interval tells how far the parts disagree and how well calibrated groups of stays were; it is no statement about one patient.");

    private final EnsembleConfig config;
    private final String version;
    private final TrainingMethod training;

    public ModelCardWriter(EnsembleConfig config, String version, TrainingMethod training) {
        this.config = config;
        this.version = version;
        this.training = training;
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
        ModelCard card = card(digests(bundle, files), ensemble, gate, results);
        card.write(bundle.resolve(ModelBundle.CARD));
        Files.writeString(bundle.resolve("model-card.md"), new ModelCardMarkdown(card).text());
        return card;
    }

    private static Map<String, String> digests(Path bundle, List<String> files) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String file : files) {
            digests.put(file, Sha256Digest.of(bundle.resolve(file)).hex());
        }
        return digests;
    }

    private ModelCard card(
            Map<String, String> digests,
            CalibratedEnsemble ensemble,
            GateOutcome gate,
            List<EvaluationResult> results) {
        SurvivalTensorCards tensors = new SurvivalTensorCards(config.nets().size());
        return new ModelCard(
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
                training.provenance(),
                results,
                limits(),
                training.origin().population());
    }

    private List<String> limits() {
        List<String> limits = new ArrayList<>(training.origin().limits());
        limits.addAll(LIMITS);
        return limits;
    }
}
