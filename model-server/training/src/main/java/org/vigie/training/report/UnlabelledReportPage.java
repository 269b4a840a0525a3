package org.vigie.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.evaluation.ScoreDistribution;
import org.vigie.training.evaluate.ScoreAssociation;
import org.vigie.training.evaluate.ScoreAssociation.GroupRanking;
import org.vigie.training.evaluate.SeriesCoverage;

/** {@link UnlabelledReport} for people: one file, nothing fetched. */
final class UnlabelledReportPage {
    private final UnlabelledReport report;

    UnlabelledReportPage(UnlabelledReport report) {
        this.report = report;
    }

    String html() {
        EvaluationSubject subject = report.subject();
        String title = subject.model() + " " + subject.version() + " on " + subject.data();
        return String.join(
                "\n",
                ReportHtml.head(title),
                ReportHtml.paragraph("notice", subject.notice()),
                ReportHtml.paragraph(
                        "",
                        "Who died is not known in this set: neither the ranking of deaths nor the calibration can be checked on it. "
                                + "What can be: how the score spreads, what it goes with, and how often each series is measured. Model digest "
                                + subject.digest() + "."),
                "<h2>How the score spreads</h2>",
                spreads(),
                "<h2>What the score goes with</h2>",
                associations(),
                "<h2>How often each series is measured</h2>",
                coverage(),
                "</body></html>",
                "");
    }

    private String spreads() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < report.associations().size(); i++) {
            ScoreAssociation at = report.associations().get(i);
            rows.add(row("this set, " + at.hours() + " h seen", at.spread()));
            if (!report.reference().isEmpty()) {
                rows.add(row(
                        "reference, " + at.hours() + " h seen",
                        report.reference().get(i)));
            }
        }
        return ReportHtml.table(
                List.of(
                        "",
                        "stays",
                        "mean",
                        "5 %",
                        "25 %",
                        "50 %",
                        "75 %",
                        "95 %",
                        "at or above " + ReportHtml.number(report.threshold())),
                rows);
    }

    private static List<String> row(String name, ScoreDistribution distribution) {
        return Stream.of(
                        Stream.of(name, Integer.toString(distribution.stays()), ReportHtml.number(distribution.mean())),
                        distribution.quantiles().stream().map(ReportHtml::number),
                        Stream.of(ReportHtml.number(distribution.called())))
                .flatMap(cells -> cells)
                .toList();
    }

    private String associations() {
        return ReportHtml.table(
                List.of(
                        "hours seen",
                        "AUROC for sepsis at any time",
                        "septic / stays",
                        "AUROC for sepsis labelled later",
                        "septic / stays",
                        "rank correlation with hours in the unit"),
                report.associations().stream()
                        .map(at -> List.of(
                                Integer.toString(at.hours()),
                                ReportHtml.estimate(at.sepsis().auroc()),
                                cases(at.sepsis()),
                                ReportHtml.estimate(at.laterSepsis().auroc()),
                                cases(at.laterSepsis()),
                                ReportHtml.number(at.length())))
                        .toList());
    }

    private static String cases(GroupRanking ranking) {
        return ranking.cases() + " / " + ranking.stays();
    }

    private String coverage() {
        boolean compared = !report.referenceCoverage().isEmpty();
        List<String> head = new ArrayList<>(List.of("series", "in so many stays", "in so many hours"));
        if (compared) {
            head.addAll(List.of("reference: stays", "reference: hours"));
        }
        return ReportHtml.table(
                head,
                IntStream.range(0, report.coverage().size())
                        .mapToObj(i -> {
                            SeriesCoverage here = report.coverage().get(i);
                            List<String> row = new ArrayList<>(List.of(
                                    here.series(), ReportHtml.number(here.stays()), ReportHtml.number(here.hours())));
                            if (compared) {
                                SeriesCoverage there =
                                        report.referenceCoverage().get(i);
                                row.addAll(List.of(ReportHtml.number(there.stays()), ReportHtml.number(there.hours())));
                            }
                            return row;
                        })
                        .toList());
    }
}
