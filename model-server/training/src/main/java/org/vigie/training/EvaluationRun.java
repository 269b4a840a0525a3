package org.vigie.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.model.score.Assessment;
import org.vigie.model.score.ScoreRequest;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.cohort.MimicReader;
import org.vigie.training.cohort.Recording;
import org.vigie.training.evaluate.Course;
import org.vigie.training.evaluate.Disturbance;
import org.vigie.training.evaluate.Disturbed;
import org.vigie.training.evaluate.Judgement;
import org.vigie.training.evaluate.Metrics;
import org.vigie.training.evaluate.Mistakes;
import org.vigie.training.explain.Case;
import org.vigie.training.feature.Example;
import org.vigie.training.feature.Stay;
import org.vigie.training.label.MimicOutcomes;
import org.vigie.training.label.Outcome;
import org.vigie.training.label.Outcomes;
import org.vigie.training.predict.BundlePredictor;
import org.vigie.training.report.Report;
import org.vigie.training.report.ReportLines;

/** cohort - label - feature - predict - evaluate - explain - report. */
final class EvaluationRun {
    private static final int WORST = 10;

    private final EvaluateOptions options;
    private final PrintStream out;

    EvaluationRun(EvaluateOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    Report run() throws IOException {
        Outcomes known = outcomes();
        try (BundlePredictor predictor = BundlePredictor.open(options.model())) {
            Cohort cohort = cohort();
            List<Outcome> outcomes = cohort.recordings().stream()
                    .map(recording -> known.of(recording.id()))
                    .toList();
            return report(predictor, cohort.recordings(), outcomes);
        }
    }

    private Outcomes outcomes() throws IOException {
        return options.format() == SetFormat.MIMIC_IV_DEMO
                ? MimicOutcomes.read(options.data())
                : Outcomes.read(options.outcomes().orElseThrow());
    }

    /** Of the MIMIC-IV demo the stays that last as long as the model sees of them, as all of PhysioNet-2012 do. */
    private Cohort cohort() throws IOException {
        return options.format() == SetFormat.MIMIC_IV_DEMO
                ? PredictionRun.told(
                        MimicReader.read(
                                options.data().toString(), options.data(), Duration.ofHours(options.lastHours())),
                        out)
                : PredictionRun.cohort(options.data(), out);
    }

    /** A set's stays with their ends. */
    static List<Example> examples(Path set, Path outcomes, PrintStream out) throws IOException {
        Outcomes known = Outcomes.read(outcomes);
        return PredictionRun.cohort(set, out).recordings().stream()
                .map(recording -> Example.of(recording, known.died(recording.id())))
                .toList();
    }

    private Report report(BundlePredictor predictor, List<Recording> recordings, List<Outcome> outcomes)
            throws IOException {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < recordings.size(); i++) {
            examples.add(Example.of(recordings.get(i), outcomes.get(i).died()));
        }
        NavigableMap<Integer, List<Assessment>> answers = answers(predictor, examples);
        NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
        Map<Integer, Course> courses = new TreeMap<>();
        answers.forEach((hours, some) -> {
            probabilities.put(hours, BundlePredictor.probabilities(some));
            courses.put(hours, Course.of(some, outcomes));
        });
        float[] last = probabilities.lastEntry().getValue();
        boolean[] died = Judgement.died(examples);
        Judgement judgement =
                Judgement.of(examples, probabilities, options.thresholdOf(predictor.card()), options.bootstrap());
        ReportLines.of(judgement).forEach(out::println);
        Mistakes mistakes = Mistakes.of(last, died, WORST);
        Report report = new Report(
                options.subject(predictor.card()),
                judgement,
                List.of(),
                courses,
                cases(predictor, examples, answers.lastEntry().getValue(), mistakes.falseAlarms()),
                cases(predictor, examples, answers.lastEntry().getValue(), mistakes.misses()),
                options.robustness() ? disturbed(predictor, recordings, last, died) : List.of());
        report.write(options.report(), Metrics.curve(last, died));
        out.println("report: " + options.report().resolve(Report.HTML));
        return report;
    }

    private NavigableMap<Integer, List<Assessment>> answers(BundlePredictor predictor, List<Example> examples) {
        List<Stay> stays = examples.stream().map(Example::stay).toList();
        NavigableMap<Integer, List<Assessment>> answers = new TreeMap<>();
        options.hours().forEach(hours -> answers.put(hours, predictor.after(hours, stays)));
        return answers;
    }

    private List<Case> cases(
            BundlePredictor predictor, List<Example> examples, List<Assessment> answers, List<Integer> places) {
        List<ScoreRequest> windows = places.stream()
                .map(place -> examples.get(place).after(options.lastHours()))
                .toList();
        var explanations = predictor.explain(windows);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            cases.add(Case.of(examples.get(place), windows.get(i), answers.get(place), explanations.get(i)));
        }
        return cases;
    }

    private List<Disturbed> disturbed(
            BundlePredictor predictor, List<Recording> recordings, float[] before, boolean[] died) {
        List<Disturbed> all = new ArrayList<>();
        for (Disturbance disturbance : Disturbance.all(options.lastHours())) {
            List<Stay> stays = recordings.stream()
                    .map(recording -> Stay.of(disturbance.does().apply(recording)))
                    .toList();
            float[] with = BundlePredictor.probabilities(predictor.after(options.lastHours(), stays));
            Disturbed disturbed = Disturbed.of(disturbance.name(), with, before, died);
            out.printf(
                    "%s: AUROC %+.4f, ECE %+.4f%n", disturbed.name(), disturbed.aurocChange(), disturbed.eceChange());
            all.add(disturbed);
        }
        return all;
    }
}
