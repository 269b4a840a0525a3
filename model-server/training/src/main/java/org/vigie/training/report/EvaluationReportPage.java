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
import org.vigie.platform.report.ReportTable;
import org.vigie.platform.report.ReportTemplate;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.evaluate.SurvivalEvaluation.HoursEvaluation;
import org.vigie.training.evaluate.SurvivalEvaluation.SubgroupEvaluation;
import org.vigie.training.report.SvgPlot.PlotAxis;

/** Shows an evaluation as one HTML page that loads nothing else. The template {@code evaluation} names the methods of this class. */
final class EvaluationReportPage {
    private static final ReportTemplate TEMPLATE = new ReportTemplate(EvaluationReportPage.class, "evaluation");

    private final EvaluationReport report;
    private final EvaluationSubject subject;
    private final SurvivalEvaluation evaluation;
    private final RankingCurve curve;
    private final HoursEvaluation last;
    private final CourseSection course;
    private final RobustnessSection robustness;

    EvaluationReportPage(EvaluationReport report, RankingCurve curve) {
        this.report = report;
        subject = report.subject();
        evaluation = report.judgement();
        this.curve = curve;
        last = evaluation.hours().get(evaluation.hours().size() - 1);
        course = new CourseSection(report.courses());
        robustness = new RobustnessSection(report.robustness());
    }

    String html() {
        return TEMPLATE.render(this);
    }

    String title() {
        return subject.model() + " " + subject.version() + " on " + subject.data();
    }

    String notice() {
        return subject.notice();
    }

    int hoursSeen() {
        return last.hours();
    }

    List<SvgPlot> plots() {
        List<SvgPlot> plots = new ArrayList<>(List.of(roc(), precisionRecall(), calibration(), overHours()));
        if (course.hasPlot(last.hours())) {
            plots.add(course.plot(last.hours()));
        }
        return plots;
    }

    ReportTable subgroups() {
        return groups("group", evaluation.subgroups());
    }

    boolean hasFolds() {
        return !report.folds().isEmpty();
    }

    ReportTable folds() {
        return groups("fold", report.folds());
    }

    boolean hasCourses() {
        return course.isShown();
    }

    ReportTable courses() {
        return course.table();
    }

    boolean hasWorst() {
        return !report.falseAlarms().isEmpty() || !report.misses().isEmpty();
    }

    ReportTable falseAlarms() {
        return new WorstPredictionTable(report.falseAlarms()).table();
    }

    ReportTable misses() {
        return new WorstPredictionTable(report.misses()).table();
    }

    boolean hasDisturbances() {
        return robustness.isShown();
    }

    ReportTable disturbances() {
        return robustness.table();
    }

    RobustnessSection disturbanceBars() {
        return robustness;
    }

    String facts() {
        return evaluation.stays() + " stays, " + evaluation.deaths() + " deaths in hospital (" + subject.outcomes()
                + "). Model digest " + subject.digest() + ". In brackets the 95 % interval of "
                + evaluation.bootstrap().resamples() + " resamples, seed "
                + evaluation.bootstrap().seed() + ". Event 2, Brier and ECE: lower is better.";
    }

    String threshold() {
        String value = ReportNumber.text(evaluation.threshold());
        return evaluation.thresholdInHindsight()
                ? "No threshold was given: " + value
                        + " is the best one in hindsight on this very set, so event 1 flatters."
                : "Event 1 at the given threshold of " + value + "; the last column shows the best one in hindsight.";
    }

    ReportTable byHours() {
        List<String> head = head("hours seen");
        head.add("best event 1 in hindsight");
        List<List<String>> rows = evaluation.hours().stream()
                .map(at -> row(at, ReportNumber.text(at.bestEvent1()) + " at " + ReportNumber.text(at.bestThreshold())))
                .toList();
        return new ReportTable(head, rows);
    }

    private static List<String> row(HoursEvaluation at, String best) {
        return Stream.of(
                        Stream.of(Integer.toString(at.hours())),
                        estimates(at.scores().values().stream()),
                        Stream.of(best))
                .flatMap(cells -> cells)
                .toList();
    }

    private static ReportTable groups(String kind, List<SubgroupEvaluation> groups) {
        List<String> head = head(kind);
        head.addAll(1, List.of("stays", "deaths"));
        return new ReportTable(
                head, groups.stream().map(EvaluationReportPage::row).toList());
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

    ReportTable confusion() {
        BinaryConfusionMatrix confusion = last.confusion();
        return new ReportTable(
                List.of("", "called", "not called", "share called right"),
                List.of(
                        List.of(
                                "died",
                                Integer.toString(confusion.truePositives()),
                                Integer.toString(confusion.falseNegatives()),
                                "sensitivity " + ReportNumber.text(confusion.sensitivity())),
                        List.of(
                                "survived",
                                Integer.toString(confusion.falsePositives()),
                                Integer.toString(confusion.trueNegatives()),
                                "specificity " + ReportNumber.text(confusion.specificity())),
                        List.of("share that died", ReportNumber.text(confusion.precision()), "", "")));
    }

    private SvgPlot roc() {
        return new SvgPlot(
                        "ROC, " + last.hours() + " h seen",
                        PlotAxis.share("1 - specificity"),
                        PlotAxis.share("sensitivity"))
                .line("chance", List.of(new CurvePoint(0, 0), new CurvePoint(1, 1)))
                .line("curve", curve.roc());
    }

    private SvgPlot precisionRecall() {
        double deaths = (double) evaluation.deaths() / evaluation.stays();
        return new SvgPlot(
                        "Precision and recall, " + last.hours() + " h seen",
                        PlotAxis.share("recall (sensitivity)"),
                        PlotAxis.share("precision"))
                .line("chance", List.of(new CurvePoint(0, deaths), new CurvePoint(1, deaths)))
                .line("curve", curve.precisionRecall());
    }

    private SvgPlot calibration() {
        List<CurvePoint> deciles = last.calibration().stream()
                .map(decile -> new CurvePoint(decile.predicted(), decile.observed()))
                .toList();
        return new SvgPlot(
                        "Calibration in tenths, " + last.hours() + " h seen",
                        PlotAxis.share("probability said"),
                        PlotAxis.share("share that died"))
                .line("chance", List.of(new CurvePoint(0, 0), new CurvePoint(1, 1)))
                .line("curve", deciles)
                .dots(deciles);
    }

    private SvgPlot overHours() {
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
        return plot.line("curve", points).dots(points);
    }

    private static List<String> head(String first) {
        List<String> head = new ArrayList<>(List.of(first));
        Arrays.stream(EvaluationMetric.values()).map(EvaluationMetric::label).forEach(head::add);
        return head;
    }

    private static Stream<String> estimates(Stream<IntervalEstimate> estimates) {
        return estimates.map(ReportNumber::estimate);
    }
}
