package org.vigie.training.command.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.vigie.evaluation.BinaryMetrics;
import org.vigie.evaluation.WorstPredictions;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.training.cohort.Cohort;
import org.vigie.training.cohort.MimicCohortReader;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.command.predict.PredictionRun;
import org.vigie.training.evaluate.CourseEvaluation;
import org.vigie.training.evaluate.DisturbanceResult;
import org.vigie.training.evaluate.InputDisturbance;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.explain.ExplainedStay;
import org.vigie.training.feature.HourlyStay;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.label.CohortOutcomes;
import org.vigie.training.label.MimicOutcomes;
import org.vigie.training.label.StayOutcome;
import org.vigie.training.predict.BundlePredictor;
import org.vigie.training.report.EvaluationReport;
import org.vigie.training.report.ReportLines;

/** Evaluates a model in the steps cohort, label, feature, predict, evaluate, explain, report. */
public final class EvaluationRun {
    private static final int WORST = 10;

    private final EvaluateOptions options;
    private final PrintStream out;

    public EvaluationRun(EvaluateOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public EvaluationReport run() throws IOException {
        CohortOutcomes known = outcomes();
        try (BundlePredictor predictor = BundlePredictor.open(options.model())) {
            Cohort cohort = cohort();
            List<StayOutcome> outcomes = cohort.recordings().stream()
                    .map(recording -> known.of(recording.id()))
                    .toList();
            return report(predictor, cohort.recordings(), outcomes);
        }
    }

    private CohortOutcomes outcomes() throws IOException {
        return options.format() == CohortFormat.MIMIC_IV_DEMO
                ? new MimicOutcomes(options.data()).read()
                : CohortOutcomes.read(options.outcomes().orElseThrow());
    }

    /** Reads the stays. Those of the MIMIC-IV demo must last as long as the model sees of them, as all stays of PhysioNet-2012 do. */
    private Cohort cohort() throws IOException {
        return options.format() == CohortFormat.MIMIC_IV_DEMO
                ? PredictionRun.printUnusedRows(
                        MimicCohortReader.read(
                                options.data().toString(), options.data(), Duration.ofHours(options.lastHours())),
                        out)
                : PredictionRun.cohort(options.data(), out);
    }

    /** Reads the stays of a set with their outcomes. */
    public static List<LabelledStay> examples(Path set, Path outcomes, PrintStream out) throws IOException {
        CohortOutcomes known = CohortOutcomes.read(outcomes);
        return PredictionRun.cohort(set, out).recordings().stream()
                .map(recording -> LabelledStay.of(recording, known.died(recording.id())))
                .toList();
    }

    private EvaluationReport report(
            BundlePredictor predictor, List<RecordedStay> recordings, List<StayOutcome> outcomes) throws IOException {
        List<LabelledStay> examples = new ArrayList<>();
        for (int i = 0; i < recordings.size(); i++) {
            examples.add(LabelledStay.of(recordings.get(i), outcomes.get(i).died()));
        }
        NavigableMap<Integer, List<SurvivalAssessment>> answers = answers(predictor, examples);
        NavigableMap<Integer, float[]> probabilities = new TreeMap<>();
        Map<Integer, CourseEvaluation> courses = new TreeMap<>();
        answers.forEach((hours, some) -> {
            probabilities.put(hours, BundlePredictor.probabilities(some));
            courses.put(hours, CourseEvaluation.of(some, outcomes));
        });
        float[] last = probabilities.lastEntry().getValue();
        boolean[] died = SurvivalEvaluation.died(examples);
        SurvivalEvaluation evaluation = SurvivalEvaluation.of(
                examples, probabilities, options.thresholdOf(predictor.card()), options.bootstrap());
        new ReportLines(evaluation).lines().forEach(out::println);
        WorstPredictions worstPredictions = WorstPredictions.of(last, died, WORST);
        EvaluationReport report = new EvaluationReport(
                options.subject(predictor.card()),
                evaluation,
                List.of(),
                courses,
                cases(predictor, examples, answers.lastEntry().getValue(), worstPredictions.falseAlarms()),
                cases(predictor, examples, answers.lastEntry().getValue(), worstPredictions.misses()),
                options.robustness() ? disturbed(predictor, recordings, last, died) : List.of());
        report.write(options.report(), BinaryMetrics.curve(last, died));
        out.println("report: " + options.report().resolve(EvaluationReport.HTML));
        return report;
    }

    private NavigableMap<Integer, List<SurvivalAssessment>> answers(
            BundlePredictor predictor, List<LabelledStay> examples) {
        List<HourlyStay> stays = examples.stream().map(LabelledStay::stay).toList();
        NavigableMap<Integer, List<SurvivalAssessment>> answers = new TreeMap<>();
        options.hours().forEach(hours -> answers.put(hours, predictor.assessAfter(hours, stays)));
        return answers;
    }

    private List<ExplainedStay> cases(
            BundlePredictor predictor,
            List<LabelledStay> examples,
            List<SurvivalAssessment> answers,
            List<Integer> places) {
        List<ScoreRequest> windows = places.stream()
                .map(place -> examples.get(place).windowAfter(options.lastHours()))
                .toList();
        var explanations = predictor.explain(windows);
        List<ExplainedStay> cases = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            cases.add(ExplainedStay.of(examples.get(place), windows.get(i), answers.get(place), explanations.get(i)));
        }
        return cases;
    }

    private List<DisturbanceResult> disturbed(
            BundlePredictor predictor, List<RecordedStay> recordings, float[] before, boolean[] died) {
        List<DisturbanceResult> all = new ArrayList<>();
        for (InputDisturbance disturbance : InputDisturbance.all(options.lastHours())) {
            List<HourlyStay> stays = recordings.stream()
                    .map(recording -> HourlyStay.of(disturbance.does().apply(recording)))
                    .toList();
            float[] with = BundlePredictor.probabilities(predictor.assessAfter(options.lastHours(), stays));
            DisturbanceResult disturbed = DisturbanceResult.of(disturbance.name(), with, before, died);
            out.printf(
                    "%s: AUROC %+.4f, ECE %+.4f%n", disturbed.name(), disturbed.aurocChange(), disturbed.eceChange());
            all.add(disturbed);
        }
        return all;
    }
}
