package org.vigie.training.report;

import java.util.ArrayList;
import java.util.List;
import org.vigie.evaluation.RankingCurve;
import org.vigie.platform.report.ReportTable;
import org.vigie.platform.report.ReportTemplate;
import org.vigie.training.evaluate.SurvivalEvaluation;

/** Shows an evaluation as one HTML page that loads nothing else. The template {@code evaluation} names the methods of this class. */
final class EvaluationReportPage {
    private static final ReportTemplate TEMPLATE = new ReportTemplate(EvaluationReportPage.class, "evaluation");

    private final EvaluationReport report;
    private final EvaluationSubject subject;
    private final SurvivalEvaluation evaluation;
    private final RankingCurve curve;
    private final EvaluationTables tables;
    private final CourseSection course;
    private final RobustnessSection robustness;
    private final ExternalSection external;

    EvaluationReportPage(EvaluationReport report, RankingCurve curve) {
        this.report = report;
        subject = report.subject();
        evaluation = report.judgement();
        this.curve = curve;
        tables = new EvaluationTables(evaluation);
        course = new CourseSection(report.courses());
        robustness = new RobustnessSection(report.robustness());
        external = new ExternalSection(report.external());
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
        return evaluation.wholeStays().hours();
    }

    List<SvgPlot> plots() {
        List<SvgPlot> plots = new ArrayList<>(new EvaluationPlots(evaluation, curve).all());
        if (course.hasPlot(hoursSeen())) {
            plots.add(course.plot(hoursSeen()));
        }
        return plots;
    }

    ReportTable subgroups() {
        return tables.groups("group", evaluation.subgroups());
    }

    boolean hasFolds() {
        return !report.folds().isEmpty();
    }

    ReportTable folds() {
        return tables.groups("fold", report.folds());
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

    boolean hasExternal() {
        return external.isShown();
    }

    ExternalSection external() {
        return external;
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
        return tables.byHours();
    }

    ReportTable confusion() {
        return tables.confusion();
    }
}
