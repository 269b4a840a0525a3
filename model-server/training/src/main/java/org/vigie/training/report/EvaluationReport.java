package org.vigie.training.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.evaluation.RankingCurve;
import org.vigie.training.evaluate.CourseEvaluation;
import org.vigie.training.evaluate.DisturbanceResult;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.evaluate.SurvivalEvaluation.SubgroupEvaluation;
import org.vigie.training.explain.ExplainedStay;
import org.vigie.training.external.ExternalEvaluation;

/**
 * Holds the results of an evaluation, written as {@code report.json} and {@code report.html}. A number that is not finite is a string in
 * the JSON: {@code "Infinity"}.
 *
 * @param folds of a cross-validation, with the most hours seen; else empty
 * @param courses by hours seen
 * @param falseAlarms with the most hours seen, the worst first; so are the misses
 * @param robustness with the most hours seen
 * @param external of an extracted cohort; {@link ExternalEvaluation#NONE} of another set
 */
public record EvaluationReport(
        EvaluationSubject subject,
        SurvivalEvaluation judgement,
        List<SubgroupEvaluation> folds,
        Map<Integer, CourseEvaluation> courses,
        List<ExplainedStay> falseAlarms,
        List<ExplainedStay> misses,
        List<DisturbanceResult> robustness,
        ExternalEvaluation external) {
    /** The file for programs. */
    public static final String JSON = "report.json";
    /** The file for people. */
    public static final String HTML = "report.html";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public EvaluationReport {
        folds = List.copyOf(folds);
        courses = new TreeMap<>(courses);
        falseAlarms = List.copyOf(falseAlarms);
        misses = List.copyOf(misses);
        robustness = List.copyOf(robustness);
    }

    /** Reports probabilities without explanations. */
    public EvaluationReport(EvaluationSubject subject, SurvivalEvaluation judgement) {
        this(subject, judgement, List.of());
    }

    /** Reports a cross-validation. */
    public EvaluationReport(EvaluationSubject subject, SurvivalEvaluation judgement, List<SubgroupEvaluation> folds) {
        this(subject, judgement, folds, Map.of(), List.of(), List.of(), List.of(), ExternalEvaluation.NONE);
    }

    /**
     * Writes both files.
     *
     * @param curve with the most hours seen
     */
    public void write(Path folder, RankingCurve curve) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(JSON), MAPPER.writeValueAsString(this) + "\n");
        Files.writeString(folder.resolve(HTML), new EvaluationReportPage(this, curve).html());
    }
}
