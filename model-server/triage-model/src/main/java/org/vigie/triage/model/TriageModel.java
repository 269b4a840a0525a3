package org.vigie.triage.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.vigie.signal.triage.TriageSecondOpinion;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.feature.TriageFeatures;
import org.vigie.triage.feature.TriageVisit;

/** Predicts the triage level of a visit, or of a patient in a bed. Safe for several threads. */
public final class TriageModel implements AutoCloseable {
    /** Folder of the shipped model in the jar. */
    private static final String SHIPPED = "/triage-ktas/1/";

    private final TriageModelCard card;
    private final Map<TriageEvidence, TriageTrees> trees;

    TriageModel(TriageModelCard card, Map<TriageEvidence, TriageTrees> trees) {
        this.card = card;
        this.trees = Map.copyOf(trees);
    }

    /** Opens the model that comes with Vigie. */
    public static TriageModel shipped() {
        try {
            return TriageModelFolder.read(name -> TriageModel.class.getResourceAsStream(SHIPPED + name), SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException when {@code folder} holds no complete model */
    public static TriageModel open(Path folder) throws IOException {
        return new TriageModelFolder(folder).read();
    }

    public TriageModelCard card() {
        return card;
    }

    /** Predicts a level for any visit; {@link TriageSecondOpinion#lowEvidence} marks a level that rests on too little. */
    public TriageSecondOpinion assess(TriageVisit visit) {
        return assess(visit, TriageEvidence.of(visit));
    }

    /** Predicts a level for a patient in a bed from fresh values, without a complaint; consciousness comes from the Glasgow score. */
    public TriageSecondOpinion assess(CurrentVitals vitals, StaticFeatures patient, Instant at) {
        return assess(TriageVisit.atBedside(vitals, patient, at));
    }

    private TriageSecondOpinion assess(TriageVisit visit, TriageEvidence evidence) {
        double score = trees.get(evidence).scores(new float[][] {new TriageFeatures(evidence).row(visit)})[0];
        LevelPrediction prediction =
                LevelPrediction.of(card.trees().get(evidence).scale(), score);
        LevelCaveats caveats = new LevelCaveats(visit, evidence);
        return new TriageSecondOpinion(
                prediction.level(),
                prediction.probabilities(),
                caveats.isEvidenceTooLow(),
                caveats.notes(),
                card.signature());
    }

    @Override
    public void close() {
        trees.values().forEach(TriageTrees::close);
    }
}
