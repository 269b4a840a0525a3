package org.vigie.training.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.evaluate.SurvivalEvaluation.HoursEvaluation;
import org.vigie.training.evaluate.SurvivalEvaluation.SubgroupEvaluation;

/**
 * Holds the thresholds that a model must reach out of fold with whole stays seen, at its own threshold.
 *
 * @param maxEce largest expected calibration error
 * @param minWorstSubgroupAuroc of the subgroups with enough deaths
 * @param minSubgroupDeaths a subgroup with fewer deaths is not checked
 */
public record GateThresholds(
        double minSensitivity,
        double minSpecificity,
        double maxEce,
        double minWorstSubgroupAuroc,
        int minSubgroupDeaths) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IOException when the file holds no thresholds */
    public static GateThresholds read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), GateThresholds.class);
    }

    /** Returns one sentence for each threshold that is not reached. */
    public List<String> failures(SurvivalEvaluation evaluation) {
        HoursEvaluation whole = evaluation.wholeStays();
        List<String> failures = new ArrayList<>();
        atLeast("sensitivity", whole.sensitivity(), minSensitivity, failures);
        atLeast("specificity", whole.specificity(), minSpecificity, failures);
        double ece = whole.scores().get(EvaluationMetric.ECE).value();
        if (!(ece <= maxEce)) {
            failures.add(sentence("ECE", ece, "at most", maxEce));
        }
        evaluation.subgroups().forEach(group -> check(group, failures));
        return failures;
    }

    private void check(SubgroupEvaluation group, List<String> failures) {
        if (group.deaths() >= minSubgroupDeaths && group.scores().containsKey(EvaluationMetric.AUROC)) {
            double auroc = group.scores().get(EvaluationMetric.AUROC).value();
            atLeast("AUROC of " + group.name(), auroc, minWorstSubgroupAuroc, failures);
        }
    }

    private static void atLeast(String what, double value, double least, List<String> failures) {
        if (!(value >= least)) {
            failures.add(sentence(what, value, "at least", least));
        }
    }

    private static String sentence(String what, double value, String bound, double demanded) {
        return String.format(Locale.ROOT, "%s is %.3f, must be %s %.3f", what, value, bound, demanded);
    }
}
