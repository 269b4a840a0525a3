package org.vigie.triage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.triage.SecondLook;
import org.vigie.triage.evaluate.Agreement;
import org.vigie.triage.feature.Evidence;
import org.vigie.triage.learn.CrossValidation;
import org.vigie.triage.learn.Judged;
import org.vigie.triage.learn.Sample;
import org.vigie.triage.learn.Settings;
import org.vigie.triage.model.TriageModel;
import org.vigie.triage.visit.MimicEd;
import org.vigie.triage.visit.VisitFile;

/**
 * MIMIC-IV-ED demo: cross-validated on its own, and as another country's visits for the KTAS model, which never saw one.
 *
 * @param own trees that learnt from these visits
 * @param external the KTAS model
 */
record SecondSet(int visits, Agreement own, Agreement external) {
    private static final int RUNS = 5;

    /** Empty when the data are not there. */
    static Optional<SecondSet> measure(Path data, Path model, long seed) throws IOException {
        Path folder = data.resolve("mimic-iv-ed-demo").resolve("ed");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<VisitFile.Row> visits = MimicEd.read(folder);
        int[] acuity = visits.stream().mapToInt(VisitFile.Row::level).toArray();
        return Optional.of(new SecondSet(
                visits.size(),
                new Agreement(acuity, own(visits, seed)),
                new Agreement(acuity, external(visits, model))));
    }

    private static List<List<Judged>> own(List<VisitFile.Row> visits, long seed) {
        Sample sample = TrainingRun.sample(visits, Evidence.COMPLAINT);
        List<List<Judged>> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            runs.add(CrossValidation.run(Settings.candidates(Evidence.ASSESSMENT), sample, seed + 1000L * run));
        }
        return runs;
    }

    private static List<List<Judged>> external(List<VisitFile.Row> visits, Path folder) throws IOException {
        try (TriageModel model = TriageModel.open(folder)) {
            return List.of(visits.stream()
                    .map(visit -> judged(model.look(visit.visit())))
                    .toList());
        }
    }

    /** Ranked by the expected level. */
    private static Judged judged(SecondLook look) {
        double expected = 0;
        for (int level = 1; level <= look.probabilities().size(); level++) {
            expected += level * look.probabilities().get(level - 1);
        }
        return new Judged(expected, look.level(), look.probabilities());
    }
}
