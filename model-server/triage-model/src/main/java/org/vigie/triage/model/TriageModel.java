package org.vigie.triage.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.signal.triage.TriageSecondOpinion;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.feature.TriageFeatures;
import org.vigie.triage.feature.TriageVisit;

/** Says a level of a visit, or of a patient in a bed. May be asked by several threads. */
public final class TriageModel implements AutoCloseable {
    /** Where the shipped model lies in the jar. */
    private static final String SHIPPED = "/triage-ktas/1/";

    private final TriageModelCard card;
    private final Map<TriageEvidence, TriageTrees> forests;

    TriageModel(TriageModelCard card, Map<TriageEvidence, TriageTrees> forests) {
        this.card = card;
        this.forests = Map.copyOf(forests);
    }

    /** The model that comes with Vigie. */
    public static TriageModel shipped() {
        try {
            return TriageModelFolder.read(name -> TriageModel.class.getResourceAsStream(SHIPPED + name), SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException when {@code folder} holds no whole model */
    public static TriageModel open(Path folder) throws IOException {
        return TriageModelFolder.read(folder);
    }

    public TriageModelCard card() {
        return card;
    }

    /** A level is always said; {@link TriageSecondOpinion#lowEvidence} tells whether it is worth anything. */
    public TriageSecondOpinion assess(TriageVisit visit) {
        return assess(visit, TriageEvidence.of(visit));
    }

    /** Of a patient in a bed: fresh values only, no complaint; consciousness from the Glasgow score. */
    public TriageSecondOpinion assess(CurrentVitals vitals, StaticFeatures patient, Instant at) {
        return assess(BedsideVisit.of(vitals, patient, at));
    }

    private TriageSecondOpinion assess(TriageVisit visit, TriageEvidence evidence) {
        double score = forests.get(evidence).scores(new float[][] {TriageFeatures.row(visit, evidence)})[0];
        LevelPrediction prediction =
                LevelPrediction.of(card.trees().get(evidence).scale(), score);
        List<String> fr = new ArrayList<>();
        List<String> en = new ArrayList<>();
        LevelCaveats.of(visit, evidence, fr, en);
        return new TriageSecondOpinion(
                prediction.level(),
                prediction.probabilities(),
                LevelCaveats.isEvidenceTooLow(visit, evidence),
                fr,
                en,
                card.signature());
    }

    @Override
    public void close() {
        forests.values().forEach(TriageTrees::close);
    }
}
