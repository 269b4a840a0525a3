package org.vigie.training.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.training.evaluate.Confusion;
import org.vigie.training.evaluate.Course;
import org.vigie.training.evaluate.Curve;
import org.vigie.training.evaluate.Curve.Point;
import org.vigie.training.evaluate.Estimate;
import org.vigie.training.evaluate.Judgement;
import org.vigie.training.evaluate.Judgement.AtHours;
import org.vigie.training.evaluate.Judgement.OfGroup;
import org.vigie.training.evaluate.Score;
import org.vigie.training.report.Plot.Axis;

/** The report for people: one file, nothing fetched. */
final class ReportPage {
    private final Report report;
    private final Subject subject;
    private final Judgement judgement;
    private final Curve curve;
    private final AtHours last;

    ReportPage(Report report, Curve curve) {
        this.report = report;
        subject = report.subject();
        judgement = report.judgement();
        this.curve = curve;
        last = judgement.hours().get(judgement.hours().size() - 1);
    }

    String html() {
        String title = subject.model() + " " + subject.version() + " on " + subject.data();
        return String.join(
                "\n",
                Html.head(title),
                Html.paragraph("notice", subject.notice()),
                Html.paragraph("", facts()),
                "<h2>By hours of the stay seen</h2>",
                byHours(),
                Html.paragraph("", threshold()),
                "<div class=\"plots\">" + roc() + precisionRecall() + calibration() + overHours() + overDays()
                        + "</div>",
                "<h2>At the threshold, " + last.hours() + " h seen</h2>",
                confusion(last.confusion()),
                "<h2>Subgroups, " + last.hours() + " h seen</h2>",
                groups("group", judgement.subgroups()),
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
        return judgement.stays() + " stays, " + judgement.deaths() + " deaths in hospital (" + subject.outcomes()
                + "). Model digest " + subject.digest() + ". In brackets the 95 % interval of "
                + judgement.bootstrap().resamples() + " resamples, seed "
                + judgement.bootstrap().seed() + ". Event 2, Brier and ECE: lower is better.";
    }

    private String threshold() {
        String value = Html.number(judgement.threshold());
        return judgement.thresholdInHindsight()
                ? "No threshold was given: " + value
                        + " is the best one in hindsight on this very set, so event 1 flatters."
                : "Event 1 at the given threshold of " + value + "; the last column shows the best one in hindsight.";
    }

    private String byHours() {
        List<String> head = head("hours seen");
        head.add("best event 1 in hindsight");
        List<List<String>> rows = judgement.hours().stream()
                .map(at -> row(at, Html.number(at.bestEvent1()) + " at " + Html.number(at.bestThreshold())))
                .toList();
        return Html.table(head, rows);
    }

    private static List<String> row(AtHours at, String best) {
        return Stream.of(
                        Stream.of(Integer.toString(at.hours())),
                        estimates(at.scores().values().stream()),
                        Stream.of(best))
                .flatMap(cells -> cells)
                .toList();
    }

    private static String groups(String kind, List<OfGroup> groups) {
        List<String> head = head(kind);
        head.addAll(1, List.of("stays", "deaths"));
        return Html.table(head, groups.stream().map(ReportPage::row).toList());
    }

    private static List<String> row(OfGroup group) {
        List<String> row = new ArrayList<>(
                List.of(group.name(), Integer.toString(group.stays()), Integer.toString(group.deaths())));
        for (Score score : Score.values()) {
            row.add(
                    group.scores().containsKey(score)
                            ? Html.estimate(group.scores().get(score))
                            : "none");
        }
        return row;
    }

    private static String confusion(Confusion confusion) {
        return Html.table(
                List.of("", "called", "not called", "share called right"),
                List.of(
                        List.of(
                                "died",
                                Integer.toString(confusion.truePositives()),
                                Integer.toString(confusion.falseNegatives()),
                                "sensitivity " + Html.number(confusion.sensitivity())),
                        List.of(
                                "survived",
                                Integer.toString(confusion.falsePositives()),
                                Integer.toString(confusion.trueNegatives()),
                                "specificity " + Html.number(confusion.specificity())),
                        List.of("share that died", Html.number(confusion.precision()), "", "")));
    }

    private String roc() {
        return new Plot("ROC, " + last.hours() + " h seen", Axis.share("1 - specificity"), Axis.share("sensitivity"))
                .line("chance", List.of(new Point(0, 0), new Point(1, 1)))
                .line("curve", curve.roc())
                .svg();
    }

    private String precisionRecall() {
        double deaths = (double) judgement.deaths() / judgement.stays();
        return new Plot(
                        "Precision and recall, " + last.hours() + " h seen",
                        Axis.share("recall (sensitivity)"),
                        Axis.share("precision"))
                .line("chance", List.of(new Point(0, deaths), new Point(1, deaths)))
                .line("curve", curve.precisionRecall())
                .svg();
    }

    private String calibration() {
        List<Point> deciles = last.calibration().stream()
                .map(decile -> new Point(decile.predicted(), decile.observed()))
                .toList();
        return new Plot(
                        "Calibration in tenths, " + last.hours() + " h seen",
                        Axis.share("probability said"),
                        Axis.share("share that died"))
                .line("chance", List.of(new Point(0, 0), new Point(1, 1)))
                .line("curve", deciles)
                .dots(deciles)
                .svg();
    }

    private String overHours() {
        boolean betterThanChance = judgement.hours().stream()
                .allMatch(at -> at.scores().get(Score.AUROC).low() >= 0.5);
        Axis up = new Axis("AUROC", betterThanChance ? 0.5 : 0, 1);
        Plot plot = new Plot("AUROC over hours seen", new Axis("hours", 0, 48), up);
        List<Point> points = new ArrayList<>();
        for (AtHours at : judgement.hours()) {
            Estimate auroc = at.scores().get(Score.AUROC);
            points.add(new Point(at.hours(), auroc.value()));
            plot.whisker(at.hours(), auroc.low(), auroc.high());
        }
        return plot.line("curve", points).dots(points).svg();
    }

    private String overDays() {
        Course course = report.courses().get(last.hours());
        return course == null ? "" : CourseSection.plot(last.hours(), course);
    }

    private static List<String> head(String first) {
        List<String> head = new ArrayList<>(List.of(first));
        Arrays.stream(Score.values()).map(Score::label).forEach(head::add);
        return head;
    }

    private static Stream<String> estimates(Stream<Estimate> estimates) {
        return estimates.map(Html::estimate);
    }
}
