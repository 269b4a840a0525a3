package org.vigie.training.report;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.vigie.evaluation.RankingCurve.CurvePoint;
import org.vigie.platform.report.ReportTable;
import org.vigie.training.evaluate.CourseEvaluation;
import org.vigie.training.evaluate.CourseEvaluation.CourseDay;

/**
 * Builds the part of the report on length of stay and survival by days.
 *
 * @param courses by hours seen
 */
record CourseSection(Map<Integer, CourseEvaluation> courses) {
    /** Returns true when the model predicts lengths of stay or survival by days. */
    boolean isShown() {
        return !courses.values().stream()
                .allMatch(
                        course -> Double.isNaN(course.losMae()) && course.days().isEmpty());
    }

    ReportTable table() {
        return new ReportTable(
                List.of("hours seen", "length of stay: mean error, days", "stays", "concordance over 30 days"),
                courses.entrySet().stream()
                        .map(entry -> List.of(
                                entry.getKey().toString(),
                                ReportNumber.text(entry.getValue().losMae()),
                                Integer.toString(entry.getValue().losStays()),
                                ReportNumber.text(entry.getValue().concordance())))
                        .toList());
    }

    /** Returns true when there is a curve after these hours. */
    boolean hasPlot(int hours) {
        CourseEvaluation course = courses.get(hours);
        return course != null && !course.days().isEmpty();
    }

    SvgPlot plot(int hours) {
        CourseEvaluation course = courses.get(hours);
        return new SvgPlot(
                        "Alive by day, " + hours + " h seen",
                        new PlotAxis("days since admission", 0, 30),
                        new PlotAxis("share alive: said (line), was (dots)", 0.5, 1))
                .line("curve", points(course, CourseDay::predictedAlive))
                .dots(points(course, CourseDay::alive));
    }

    private static List<CurvePoint> points(CourseEvaluation course, ToDoubleFunction<CourseDay> share) {
        return course.days().stream()
                .map(day -> new CurvePoint(day.day(), Math.max(0.5, share.applyAsDouble(day))))
                .toList();
    }
}
