package org.vigie.training.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.evaluation.BinaryConfusionMatrix;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.platform.report.ReportTable;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.evaluate.SurvivalEvaluation.HoursEvaluation;
import org.vigie.training.evaluate.SurvivalEvaluation.SubgroupEvaluation;

/** Builds the tables of an evaluation's report: the metrics by hours seen and by group, and the confusion matrix. */
record EvaluationTables(SurvivalEvaluation evaluation) {
    ReportTable byHours() {
        List<String> head = head("hours seen");
        head.add("best event 1 in hindsight");
        List<List<String>> rows = evaluation.hours().stream()
                .map(at -> row(at, ReportNumber.text(at.bestEvent1()) + " at " + ReportNumber.text(at.bestThreshold())))
                .toList();
        return new ReportTable(head, rows);
    }

    ReportTable groups(String kind, List<SubgroupEvaluation> groups) {
        List<String> head = head(kind);
        head.addAll(1, List.of("stays", "deaths"));
        return new ReportTable(head, groups.stream().map(EvaluationTables::row).toList());
    }

    ReportTable confusion() {
        BinaryConfusionMatrix confusion = evaluation.wholeStays().confusion();
        List<String> died = List.of(
                "died",
                Integer.toString(confusion.truePositives()),
                Integer.toString(confusion.falseNegatives()),
                "sensitivity " + ReportNumber.text(confusion.sensitivity()));
        List<String> survived = List.of(
                "survived",
                Integer.toString(confusion.falsePositives()),
                Integer.toString(confusion.trueNegatives()),
                "specificity " + ReportNumber.text(confusion.specificity()));
        List<String> precision = List.of("share that died", ReportNumber.text(confusion.precision()), "", "");
        return new ReportTable(
                List.of("", "called", "not called", "share called right"), List.of(died, survived, precision));
    }

    private static List<String> row(HoursEvaluation at, String best) {
        return Stream.of(
                        Stream.of(Integer.toString(at.hours())),
                        at.scores().values().stream().map(ReportNumber::estimate),
                        Stream.of(best))
                .flatMap(cells -> cells)
                .toList();
    }

    private static List<String> row(SubgroupEvaluation group) {
        List<String> row = new ArrayList<>(
                List.of(group.name(), Integer.toString(group.stays()), Integer.toString(group.deaths())));
        for (EvaluationMetric metric : EvaluationMetric.values()) {
            row.add(
                    group.scores().containsKey(metric)
                            ? ReportNumber.estimate(group.scores().get(metric))
                            : "none");
        }
        return row;
    }

    private static List<String> head(String first) {
        List<String> head = new ArrayList<>(List.of(first));
        Arrays.stream(EvaluationMetric.values()).map(EvaluationMetric::label).forEach(head::add);
        return head;
    }
}
