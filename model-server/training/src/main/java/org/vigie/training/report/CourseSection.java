package org.vigie.training.report;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.vigie.evaluation.RankingCurve.CurvePoint;
import org.vigie.training.evaluate.CourseEvaluation;
import org.vigie.training.evaluate.CourseEvaluation.CourseDay;
import org.vigie.training.report.SvgPlot.PlotAxis;

/** Length of stay and survival by days. */
final class CourseSection {
    private CourseSection() {}

    /** Empty when the model says nothing of them. */
    static String of(Map<Integer, CourseEvaluation> courses) {
        return courses.values().stream()
                        .allMatch(course ->
                                Double.isNaN(course.losMae()) && course.days().isEmpty())
                ? ""
                : "<h2>Length of stay and survival by days</h2>\n" + table(courses);
    }

    private static String table(Map<Integer, CourseEvaluation> courses) {
        return ReportHtml.table(
                List.of("hours seen", "length of stay: mean error, days", "stays", "concordance over 30 days"),
                courses.entrySet().stream()
                        .map(entry -> List.of(
                                entry.getKey().toString(),
                                ReportHtml.number(entry.getValue().losMae()),
                                Integer.toString(entry.getValue().losStays()),
                                ReportHtml.number(entry.getValue().concordance())))
                        .toList());
    }

    /** Empty when there is no curve. */
    static String plot(int hours, CourseEvaluation course) {
        return course.days().isEmpty()
                ? ""
                : new SvgPlot(
                                "Alive by day, " + hours + " h seen",
                                new PlotAxis("days since admission", 0, 30),
                                new PlotAxis("share alive: said (line), was (dots)", 0.5, 1))
                        .line("curve", points(course, CourseDay::said))
                        .dots(points(course, CourseDay::alive))
                        .svg();
    }

    private static List<CurvePoint> points(CourseEvaluation course, ToDoubleFunction<CourseDay> share) {
        return course.days().stream()
                .map(day -> new CurvePoint(day.day(), Math.max(0.5, share.applyAsDouble(day))))
                .toList();
    }
}
