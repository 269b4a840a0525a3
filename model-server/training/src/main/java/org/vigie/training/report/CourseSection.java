package org.vigie.training.report;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.vigie.training.evaluate.Course;
import org.vigie.training.evaluate.Course.Day;
import org.vigie.training.evaluate.Curve.Point;
import org.vigie.training.report.Plot.Axis;

/** Length of stay and survival by days. */
final class CourseSection {
    private CourseSection() {}

    /** Empty when the model says nothing of them. */
    static String of(Map<Integer, Course> courses) {
        return courses.values().stream()
                        .allMatch(course ->
                                Double.isNaN(course.losMae()) && course.days().isEmpty())
                ? ""
                : "<h2>Length of stay and survival by days</h2>\n" + table(courses);
    }

    private static String table(Map<Integer, Course> courses) {
        return Html.table(
                List.of("hours seen", "length of stay: mean error, days", "stays", "concordance over 30 days"),
                courses.entrySet().stream()
                        .map(entry -> List.of(
                                entry.getKey().toString(),
                                Html.number(entry.getValue().losMae()),
                                Integer.toString(entry.getValue().losStays()),
                                Html.number(entry.getValue().concordance())))
                        .toList());
    }

    /** Empty when there is no curve. */
    static String plot(int hours, Course course) {
        return course.days().isEmpty()
                ? ""
                : new Plot(
                                "Alive by day, " + hours + " h seen",
                                new Axis("days since admission", 0, 30),
                                new Axis("share alive: said (line), was (dots)", 0.5, 1))
                        .line("curve", points(course, Day::said))
                        .dots(points(course, Day::alive))
                        .svg();
    }

    private static List<Point> points(Course course, ToDoubleFunction<Day> share) {
        return course.days().stream()
                .map(day -> new Point(day.day(), Math.max(0.5, share.applyAsDouble(day))))
                .toList();
    }
}
