package org.vigie.training.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.evaluation.BinaryConfusionMatrix;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.evaluation.RankingCurve;
import org.vigie.evaluation.RankingCurve.CurvePoint;
import org.vigie.training.evaluate.CourseEvaluation;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.evaluate.SurvivalEvaluation.HoursEvaluation;
import org.vigie.training.evaluate.SurvivalEvaluation.SubgroupEvaluation;
import org.vigie.training.report.SvgPlot.PlotAxis;

/** The report for people: one file, nothing fetched. */
final class EvaluationReportPage {
    private final EvaluationReport report;
    private final EvaluationSubject subject;
    private final SurvivalEvaluation evaluation;
    private final RankingCurve curve;
    private final HoursEvaluation last;

    EvaluationReportPage(EvaluationReport report, RankingCurve curve) {
        this.report = report;
        subject = report.subject();
        evaluation = report.judgement();
        this.curve = curve;
        last = evaluation.hours().get(evaluation.hours().size() - 1);
    }

    String html() {
        String title = subject.model() + " " + subject.version() + " on " + subject.data();
        return String.join(
                "\n",
                ReportHtml.head(title),
                ReportHtml.paragraph("notice", subject.notice()),
                ReportHtml.paragraph("", facts()),
                "<h2>By hours of the stay seen</h2>",
                byHours(),
                ReportHtml.paragraph("", threshold()),
                "<div class=\"plots\">" + roc() + precisionRecall() + calibration() + overHours() + overDays()
                        + "</div>",
                "<h2>At the threshold, " + last.hours() + " h seen</h2>",
                confusion(last.confusion()),
                "<h2>Subgroups, " + last.hours() + " h seen</h2>",
                groups("group", evaluation.subgroups()),
                report.folds().isEmpty()
                        ? ""
                        : "<h2>Folds, " + last.hours() + " h seen</h2>\n" + groups("fold", report.folds()),
                CourseSection.of(report.courses()),
                MistakesSection.of(report.falseAlarms(), report.misses()),
                RobustnessSection.of(report.robustness()),
                "</body></html>",
                "");
    }

    private String facts() {
        return evaluation.stays() + " stays, " + evaluation.deaths() + " deaths in hospital (" + subject.outcomes()
                + "). Model digest " + subject.digest() + ". In brackets the 95 % interval of "
                + evaluation.bootstrap().resamples() + " resamples, seed "
                + evaluation.bootstrap().seed() + ". Event 2, Brier and ECE: lower is better.";
    }

    private String threshold() {
        String value = ReportHtml.number(evaluation.threshold());
        return evaluation.thresholdInHindsight()
                ? "No threshold was given: " + value
                        + " is the best one in hindsight on this very set, so event 1 flatters."
                : "Event 1 at the given threshold of " + value + "; the last column shows the best one in hindsight.";
    }

    private String byHours() {
        List<String> head = head("hours seen");
        head.add("best event 1 in hindsight");
        List<List<String>> rows = evaluation.hours().stream()
                .map(at -> row(at, ReportHtml.number(at.bestEvent1()) + " at " + ReportHtml.number(at.bestThreshold())))
                .toList();
        return ReportHtml.table(head, rows);
    }

    private static List<String> row(HoursEvaluation at, String best) {
        return Stream.of(
                        Stream.of(Integer.toString(at.hours())),
                        estimates(at.scores().values().stream()),
                        Stream.of(best))
                .flatMap(cells -> cells)
                .toList();
    }

    private static String groups(String kind, List<SubgroupEvaluation> groups) {
        List<String> head = head(kind);
        head.addAll(1, List.of("stays", "deaths"));
        return ReportHtml.table(
                head, groups.stream().map(EvaluationReportPage::row).toList());
    }

    private static List<String> row(SubgroupEvaluation group) {
        List<String> row = new ArrayList<>(
                List.of(group.name(), Integer.toString(group.stays()), Integer.toString(group.deaths())));
        for (EvaluationMetric metric : EvaluationMetric.values()) {
            row.add(
                    group.scores().containsKey(metric)
                            ? ReportHtml.estimate(group.scores().get(metric))
                            : "none");
        }
        return row;
    }

    private static String confusion(BinaryConfusionMatrix confusion) {
        return ReportHtml.table(
                List.of("", "called", "not called", "share called right"),
                List.of(
                        List.of(
                                "died",
                                Integer.toString(confusion.truePositives()),
                                Integer.toString(confusion.falseNegatives()),
                                "sensitivity " + ReportHtml.number(confusion.sensitivity())),
                        List.of(
                                "survived",
                                Integer.toString(confusion.falsePositives()),
                                Integer.toString(confusion.trueNegatives()),
                                "specificity " + ReportHtml.number(confusion.specificity())),
                        List.of("share that died", ReportHtml.number(confusion.precision()), "", "")));
    }

    private String roc() {
        return new SvgPlot(
                        "ROC, " + last.hours() + " h seen",
                        PlotAxis.share("1 - specificity"),
                        PlotAxis.share("sensitivity"))
                .line("chance", List.of(new CurvePoint(0, 0), new CurvePoint(1, 1)))
                .line("curve", curve.roc())
                .svg();
    }

    private String precisionRecall() {
        double deaths = (double) evaluation.deaths() / evaluation.stays();
        return new SvgPlot(
                        "Precision and recall, " + last.hours() + " h seen",
                        PlotAxis.share("recall (sensitivity)"),
                        PlotAxis.share("precision"))
                .line("chance", List.of(new CurvePoint(0, deaths), new CurvePoint(1, deaths)))
                .line("curve", curve.precisionRecall())
                .svg();
    }

    private String calibration() {
        List<CurvePoint> deciles = last.calibration().stream()
                .map(decile -> new CurvePoint(decile.predicted(), decile.observed()))
                .toList();
        return new SvgPlot(
                        "Calibration in tenths, " + last.hours() + " h seen",
                        PlotAxis.share("probability said"),
                        PlotAxis.share("share that died"))
                .line("chance", List.of(new CurvePoint(0, 0), new CurvePoint(1, 1)))
                .line("curve", deciles)
                .dots(deciles)
                .svg();
    }

    private String overHours() {
        boolean betterThanChance = evaluation.hours().stream()
                .allMatch(at -> at.scores().get(EvaluationMetric.AUROC).low() >= 0.5);
        PlotAxis up = new PlotAxis("AUROC", betterThanChance ? 0.5 : 0, 1);
        SvgPlot plot = new SvgPlot("AUROC over hours seen", new PlotAxis("hours", 0, 48), up);
        List<CurvePoint> points = new ArrayList<>();
        for (HoursEvaluation at : evaluation.hours()) {
            IntervalEstimate auroc = at.scores().get(EvaluationMetric.AUROC);
            points.add(new CurvePoint(at.hours(), auroc.value()));
            plot.whisker(at.hours(), auroc.low(), auroc.high());
        }
        return plot.line("curve", points).dots(points).svg();
    }

    private String overDays() {
        CourseEvaluation course = report.courses().get(last.hours());
        return course == null ? "" : CourseSection.plot(last.hours(), course);
    }

    private static List<String> head(String first) {
        List<String> head = new ArrayList<>(List.of(first));
        Arrays.stream(EvaluationMetric.values()).map(EvaluationMetric::label).forEach(head::add);
        return head;
    }

    private static Stream<String> estimates(Stream<IntervalEstimate> estimates) {
        return estimates.map(ReportHtml::estimate);
    }
}
