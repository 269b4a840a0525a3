package org.vigie.triage.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.signal.earlywarning.Vitals;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.triage.SecondLook;
import org.vigie.triage.feature.Evidence;
import org.vigie.triage.feature.Features;
import org.vigie.triage.learn.Forest;
import org.vigie.triage.learn.Judged;
import org.vigie.triage.visit.Visit;

/** Says a level of a visit, or of a patient in a bed. May be asked by several threads. */
public final class TriageModel implements AutoCloseable {
    /** Where the shipped model lies in the jar. */
    private static final String SHIPPED = "/triage-ktas/1/";

    private final Card card;
    private final Map<Evidence, Forest> forests;

    TriageModel(Card card, Map<Evidence, Forest> forests) {
        this.card = card;
        this.forests = Map.copyOf(forests);
    }

    /** The model that comes with Vigie. */
    public static TriageModel shipped() {
        try {
            return ModelFolder.read(name -> TriageModel.class.getResourceAsStream(SHIPPED + name), SHIPPED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException when {@code folder} holds no whole model */
    public static TriageModel open(Path folder) throws IOException {
        return ModelFolder.read(folder);
    }

    public Card card() {
        return card;
    }

    /** A level is always said; {@link SecondLook#lowEvidence} tells whether it is worth anything. */
    public SecondLook look(Visit visit) {
        return look(visit, Evidence.of(visit));
    }

    /** Of a patient in a bed: fresh values only, no complaint; consciousness from the Glasgow score. */
    public SecondLook look(Vitals vitals, Statics patient, Instant at) {
        return look(BedsideVisit.of(vitals, patient, at));
    }

    private SecondLook look(Visit visit, Evidence evidence) {
        double score = forests.get(evidence).scores(new float[][] {Features.row(visit, evidence)})[0];
        Judged judged = Judged.by(card.trees().get(evidence).scale(), score);
        List<String> fr = new ArrayList<>();
        List<String> en = new ArrayList<>();
        Caveats.of(visit, evidence, fr, en);
        return new SecondLook(
                judged.level(), judged.probabilities(), Caveats.tooLittle(visit, evidence), fr, en, card.signature());
    }

    @Override
    public void close() {
        forests.values().forEach(Forest::close);
    }
}
