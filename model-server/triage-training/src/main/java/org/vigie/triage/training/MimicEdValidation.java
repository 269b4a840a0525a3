package org.vigie.triage.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.triage.TriageSecondOpinion;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.model.LevelPrediction;
import org.vigie.triage.model.TriageModel;
import org.vigie.triage.training.evaluate.TriageAgreement;
import org.vigie.triage.training.learn.TriageCrossValidation;
import org.vigie.triage.training.learn.TriageSample;
import org.vigie.triage.training.visit.MimicEdVisits;
import org.vigie.triage.training.visit.VisitFile;

/**
 * Evaluates on the visits of the MIMIC-IV-ED demo, which the KTAS model did not learn from.
 *
 * @param own cross-validated trees that learnt from these visits
 * @param external the KTAS model
 */
record MimicEdValidation(int visits, TriageAgreement own, TriageAgreement external) {
    private static final int RUNS = 5;

    /** Evaluates both models; empty when the data do not exist. */
    static Optional<MimicEdValidation> measure(Path data, Path model, long seed) throws IOException {
        Path folder = data.resolve("mimic-iv-ed-demo").resolve("ed");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<VisitFile.VisitRow> visits = new MimicEdVisits(folder).read();
        int[] acuity = visits.stream().mapToInt(VisitFile.VisitRow::level).toArray();
        return Optional.of(new MimicEdValidation(
                visits.size(),
                new TriageAgreement(acuity, own(visits, seed)),
                new TriageAgreement(acuity, external(visits, model))));
    }

    private static List<List<LevelPrediction>> own(List<VisitFile.VisitRow> visits, long seed) {
        TriageSample sample = TriageTrainingRun.sample(visits, TriageEvidence.COMPLAINT);
        List<List<LevelPrediction>> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            runs.add(TriageCrossValidation.of(TriageEvidence.ASSESSMENT, seed + 1000L * run)
                    .predict(sample));
        }
        return runs;
    }

    private static List<List<LevelPrediction>> external(List<VisitFile.VisitRow> visits, Path folder)
            throws IOException {
        try (TriageModel model = TriageModel.open(folder)) {
            return List.of(visits.stream()
                    .map(visit -> prediction(model.assess(visit.visit())))
                    .toList());
        }
    }

    /** The score is the expected level. */
    private static LevelPrediction prediction(TriageSecondOpinion opinion) {
        double expected = 0;
        for (int level = 1; level <= opinion.probabilities().size(); level++) {
            expected += level * opinion.probabilities().get(level - 1);
        }
        return new LevelPrediction(expected, opinion.level(), opinion.probabilities());
    }
}
