package org.vigie.triage.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vigie.triage.feature.ComplaintGroups;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.feature.TriageFeatures;
import org.vigie.triage.feature.TriageVisit;
import org.vigie.triage.model.LevelPrediction;
import org.vigie.triage.model.TriageModelCard;
import org.vigie.triage.model.TriageModelFolder;
import org.vigie.triage.model.TriageTrees;
import org.vigie.triage.model.TunedTriageTrees;
import org.vigie.triage.training.learn.TriageCrossValidation;
import org.vigie.triage.training.learn.TriageSample;
import org.vigie.triage.training.learn.TriageTreesTuner;
import org.vigie.triage.training.visit.VisitFile;

/** Cross-validates, trains on all visits, and writes model, card and report. */
final class TriageTrainingRun {
    private final Path data;
    private final Path out;
    private final String version;
    private final long seed;
    private final int repeats;
    private final PrintWriter console;

    TriageTrainingRun(Path data, Path out, String version, long seed, int repeats, PrintWriter console) {
        this.data = data;
        this.out = out;
        this.version = version;
        this.seed = seed;
        this.repeats = repeats;
        this.console = console;
    }

    /** Returns the card of the model that was written. */
    TriageModelCard run() throws IOException {
        List<VisitFile.VisitRow> visits = visits();
        console.printf("%d visits with a level; cross-validating %d times ...%n", visits.size(), repeats);
        console.flush();
        TriageResults results = new TriageResults(visits, crossValidated(visits), seed);
        TriageModelCard card = train(visits, results);
        Path report = out.resolve("triage.md");
        Files.writeString(
                report, new TriageReport(card, results, MimicEdValidation.measure(data, folder(), seed)).text());
        console.print(results.table());
        console.printf("-> %s, %s%n", folder(), report);
        console.flush();
        return card;
    }

    private List<VisitFile.VisitRow> visits() throws IOException {
        return new VisitFile(data.resolve("ktas").resolve("ktas-dev.csv"))
                .read().stream().filter(row -> row.level() > 0).toList();
    }

    private Path folder() {
        return out.resolve("triage-ktas").resolve(version);
    }

    /** Trains on all visits and writes the model. */
    private TriageModelCard train(List<VisitFile.VisitRow> visits, TriageResults results) throws IOException {
        Map<TriageEvidence, TunedTriageTrees> tunings = new EnumMap<>(TriageEvidence.class);
        Map<TriageEvidence, TriageTrees> trees = new EnumMap<>(TriageEvidence.class);
        for (TriageEvidence evidence : TriageEvidence.values()) {
            TriageSample sample = sample(visits, evidence);
            TriageTreesTuner tuner = TriageTreesTuner.of(evidence, seed);
            TunedTriageTrees tuned = tuner.tune(sample);
            tunings.put(evidence, tuned);
            trees.put(evidence, tuner.train(tuned, sample));
        }
        TriageModelCard card = new TriageModelFolder(folder()).write(card(tunings, visits.size(), results), trees);
        trees.values().forEach(TriageTrees::close);
        return card;
    }

    /** Predicts each visit out of fold, for each evidence and run. */
    private Map<TriageEvidence, List<List<LevelPrediction>>> crossValidated(List<VisitFile.VisitRow> visits) {
        Map<TriageEvidence, List<List<LevelPrediction>>> predictions = new EnumMap<>(TriageEvidence.class);
        for (TriageEvidence evidence : TriageEvidence.values()) {
            TriageSample sample = sample(visits, evidence);
            List<List<LevelPrediction>> runs = new ArrayList<>();
            for (int run = 0; run < repeats; run++) {
                runs.add(TriageCrossValidation.of(evidence, seed + 1000L * run).predict(sample));
            }
            predictions.put(evidence, runs);
        }
        return predictions;
    }

    static TriageSample sample(List<VisitFile.VisitRow> rows, TriageEvidence evidence) {
        List<TriageVisit> visits = rows.stream().map(VisitFile.VisitRow::visit).toList();
        return new TriageSample(
                new TriageFeatures(evidence).rows(visits),
                rows.stream().mapToInt(VisitFile.VisitRow::level).toArray());
    }

    private TriageModelCard card(Map<TriageEvidence, TunedTriageTrees> tunings, int visits, TriageResults results) {
        Map<TriageEvidence, List<String>> columns = new EnumMap<>(TriageEvidence.class);
        Arrays.stream(TriageEvidence.values())
                .forEach(evidence -> columns.put(evidence, new TriageFeatures(evidence).names()));
        return new TriageModelCard(
                "triage-ktas",
                version,
                "",
                "Gives a level of emergency triage, 1 (most urgent) to 5 (KTAS), from the facts known at triage. It is a second opinion beside the rules.",
                "Not for diagnosis. Research and demonstration only; not a medical device. Never instead of a triage nurse or of the rules.",
                "KTAS visits of two Korean emergency departments, development part",
                "CC BY 4.0",
                "Moon SH, Shim JL, Park KS, Park CS. Triage accuracy and causes of mistriage using the Korean Triage and Acuity Scale. PLoS ONE 2019;14(9):e0216972.",
                ComplaintGroups.standard().version(),
                columns,
                tunings,
                visits,
                results.estimates(),
                TriageReport.LIMITS,
                "./vigie triage train --data ../shared/data --out DIR --version " + version + " --seed " + seed
                        + " --repeats " + repeats);
    }
}
