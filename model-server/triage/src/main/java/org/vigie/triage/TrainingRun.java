package org.vigie.triage;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vigie.triage.feature.Complaints;
import org.vigie.triage.feature.Evidence;
import org.vigie.triage.feature.Features;
import org.vigie.triage.learn.CrossValidation;
import org.vigie.triage.learn.Forest;
import org.vigie.triage.learn.Judged;
import org.vigie.triage.learn.Sample;
import org.vigie.triage.learn.Settings;
import org.vigie.triage.learn.Tuning;
import org.vigie.triage.model.Card;
import org.vigie.triage.model.ModelFolder;
import org.vigie.triage.visit.Visit;
import org.vigie.triage.visit.VisitFile;

/** Reads the visits, cross-validates, learns from all of them, writes model, card and report. */
final class TrainingRun {
    private final Path data;
    private final Path out;
    private final String version;
    private final long seed;
    private final int repeats;
    private final PrintWriter told;

    TrainingRun(Path data, Path out, String version, long seed, int repeats, PrintWriter told) {
        this.data = data;
        this.out = out;
        this.version = version;
        this.seed = seed;
        this.repeats = repeats;
        this.told = told;
    }

    void run() throws IOException {
        List<VisitFile.Row> visits = VisitFile.read(data.resolve("ktas").resolve("ktas-dev.csv")).stream()
                .filter(row -> row.level() > 0)
                .toList();
        told.printf("%d visits with a level; cross-validating %d times ...%n", visits.size(), repeats);
        told.flush();
        Results results = new Results(visits, crossValidated(visits), seed);
        Map<Evidence, Tuning> tunings = new EnumMap<>(Evidence.class);
        Map<Evidence, Forest> forests = new EnumMap<>(Evidence.class);
        for (Evidence evidence : Evidence.values()) {
            Sample sample = sample(visits, evidence);
            Tuning tuning = Tuning.of(Settings.candidates(evidence), sample, seed);
            tunings.put(evidence, tuning);
            forests.put(evidence, Forest.grow(tuning.settings(), sample, seed));
        }
        Path folder = out.resolve("triage-ktas").resolve(version);
        Card card = ModelFolder.write(folder, card(tunings, visits.size(), results), forests);
        forests.values().forEach(Forest::close);
        Path report = out.resolve("triage.md");
        Files.writeString(report, new TriageReport(card, results, SecondSet.measure(data, folder, seed)).text());
        told.print(results.table());
        told.printf("-> %s, %s%n", folder, report);
        told.flush();
    }

    /** For each evidence and run, what is said of each visit by trees of that evidence. */
    private Map<Evidence, List<List<Judged>>> crossValidated(List<VisitFile.Row> visits) {
        Map<Evidence, List<List<Judged>>> judged = new EnumMap<>(Evidence.class);
        for (Evidence evidence : Evidence.values()) {
            Sample sample = sample(visits, evidence);
            List<List<Judged>> runs = new ArrayList<>();
            for (int run = 0; run < repeats; run++) {
                runs.add(CrossValidation.run(Settings.candidates(evidence), sample, seed + 1000L * run));
            }
            judged.put(evidence, runs);
        }
        return judged;
    }

    static Sample sample(List<VisitFile.Row> rows, Evidence evidence) {
        List<Visit> visits = rows.stream().map(VisitFile.Row::visit).toList();
        return new Sample(
                Features.rows(visits, evidence),
                rows.stream().mapToInt(VisitFile.Row::level).toArray());
    }

    private Card card(Map<Evidence, Tuning> tunings, int visits, Results results) {
        Map<Evidence, List<String>> columns = new EnumMap<>(Evidence.class);
        Arrays.stream(Evidence.values()).forEach(evidence -> columns.put(evidence, Features.names(evidence)));
        return new Card(
                "triage-ktas",
                version,
                "",
                "A level of emergency triage, 1 (most urgent) to 5 (KTAS), from what is known at the desk: a second look beside the rules.",
                "Not for diagnosis. Research and demonstration only; not a medical device. Never instead of a triage nurse or of the rules.",
                "KTAS visits of two Korean emergency departments, development part",
                "CC BY 4.0",
                "Moon SH, Shim JL, Park KS, Park CS. Triage accuracy and causes of mistriage using the Korean Triage and Acuity Scale. PLoS ONE 2019;14(9):e0216972.",
                Complaints.version(),
                columns,
                tunings,
                visits,
                results.estimates(),
                TriageReport.LIMITS,
                "./vigie triage train --data ../shared/data --out DIR --version " + version + " --seed " + seed
                        + " --repeats " + repeats);
    }
}
