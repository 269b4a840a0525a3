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
    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; color: #1c2733; background: #fff; }
            table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
            th, td { padding: .3rem .7rem; border-bottom: 1px solid #d5dce3; text-align: right; }
            th:first-child, td:first-child { text-align: left; }
            .notice { border-left: 4px solid #b3261e; padding-left: .8rem; font-weight: 600; }
            .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 1rem; }
            svg { width: 100%; height: auto; }
            .frame { fill: none; stroke: #8b98a5; }
            .title { font-weight: 600; font-size: 14px; text-anchor: middle; }
            .tick { font-size: 11px; text-anchor: middle; fill: #45525e; }
            .tick.end { text-anchor: end; }
            .curve { fill: none; stroke: #0b57a4; stroke-width: 2; }
            .chance { fill: none; stroke: #8b98a5; stroke-dasharray: 4 4; }
            .whisker { stroke: #0b57a4; stroke-width: 1.5; }
            .dot { fill: #0b57a4; }
            .bars { max-width: 46rem; }
            .bar { fill: #0b57a4; }
            .tick.start { text-anchor: start; }
            """;

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
                "<!DOCTYPE html>",
                "<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>" + Html.escape(title) + "</title>",
                "<style>\n" + STYLE + "</style></head><body>",
                "<h1>" + Html.escape(title) + "</h1>",
                paragraph("notice", subject.notice()),
                paragraph("", facts()),
                "<h2>By hours of the stay seen</h2>",
                byHours(),
                paragraph("", threshold()),
                "<div class=\"plots\">" + roc() + precisionRecall() + calibration() + overHours() + overDays()
                        + "</div>",
                "<h2>At the threshold, " + last.hours() + " h seen</h2>",
                confusion(last.confusion()),
                "<h2>Subgroups, " + last.hours() + " h seen</h2>",
                subgroups(),
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

    private String subgroups() {
        List<String> head = head("group");
        head.addAll(1, List.of("stays", "deaths"));
        return Html.table(
                head, judgement.subgroups().stream().map(ReportPage::row).toList());
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

    private static String paragraph(String style, String text) {
        return "<p" + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">" + Html.escape(text) + "</p>";
    }
}
