package org.vigie.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.training.evaluate.Association;
import org.vigie.training.evaluate.Association.Ranking;
import org.vigie.training.evaluate.Coverage;
import org.vigie.training.evaluate.Spread;

/** {@link UnlabelledReport} for people: one file, nothing fetched. */
final class UnlabelledPage {
    private final UnlabelledReport report;

    UnlabelledPage(UnlabelledReport report) {
        this.report = report;
    }

    String html() {
        Subject subject = report.subject();
        String title = subject.model() + " " + subject.version() + " on " + subject.data();
        return String.join(
                "\n",
                Html.head(title),
                Html.paragraph("notice", subject.notice()),
                Html.paragraph(
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
            Association at = report.associations().get(i);
            rows.add(row("this set, " + at.hours() + " h seen", at.spread()));
            if (!report.reference().isEmpty()) {
                rows.add(row(
                        "reference, " + at.hours() + " h seen",
                        report.reference().get(i)));
            }
        }
        return Html.table(
                List.of(
                        "",
                        "stays",
                        "mean",
                        "5 %",
                        "25 %",
                        "50 %",
                        "75 %",
                        "95 %",
                        "at or above " + Html.number(report.threshold())),
                rows);
    }

    private static List<String> row(String name, Spread spread) {
        return Stream.of(
                        Stream.of(name, Integer.toString(spread.stays()), Html.number(spread.mean())),
                        spread.quantiles().stream().map(Html::number),
                        Stream.of(Html.number(spread.called())))
                .flatMap(cells -> cells)
                .toList();
    }

    private String associations() {
        return Html.table(
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
                                Html.estimate(at.sepsis().auroc()),
                                cases(at.sepsis()),
                                Html.estimate(at.laterSepsis().auroc()),
                                cases(at.laterSepsis()),
                                Html.number(at.length())))
                        .toList());
    }

    private static String cases(Ranking ranking) {
        return ranking.cases() + " / " + ranking.stays();
    }

    private String coverage() {
        boolean compared = !report.referenceCoverage().isEmpty();
        List<String> head = new ArrayList<>(List.of("series", "in so many stays", "in so many hours"));
        if (compared) {
            head.addAll(List.of("reference: stays", "reference: hours"));
        }
        return Html.table(
                head,
                IntStream.range(0, report.coverage().size())
                        .mapToObj(i -> {
                            Coverage here = report.coverage().get(i);
                            List<String> row = new ArrayList<>(
                                    List.of(here.series(), Html.number(here.stays()), Html.number(here.hours())));
                            if (compared) {
                                Coverage there = report.referenceCoverage().get(i);
                                row.addAll(List.of(Html.number(there.stays()), Html.number(there.hours())));
                            }
                            return row;
                        })
                        .toList());
    }
}
