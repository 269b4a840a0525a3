package org.vigie.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.evaluation.ScoreDistribution;
import org.vigie.platform.report.ReportTable;
import org.vigie.platform.report.ReportTemplate;
import org.vigie.training.evaluate.ScoreAssociation;
import org.vigie.training.evaluate.ScoreAssociation.GroupRanking;
import org.vigie.training.evaluate.SeriesCoverage;

/** Shows an {@link UnlabelledReport} as one HTML page. The template {@code unlabelled} names the methods of this record. */
record UnlabelledReportPage(UnlabelledReport report) {
    private static final ReportTemplate TEMPLATE = new ReportTemplate(UnlabelledReportPage.class, "unlabelled");

    String html() {
        return TEMPLATE.render(this);
    }

    String title() {
        EvaluationSubject subject = report.subject();
        return subject.model() + " " + subject.version() + " on " + subject.data();
    }

    String notice() {
        return report.subject().notice();
    }

    String digest() {
        return report.subject().digest();
    }

    ReportTable spreads() {
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
        return new ReportTable(
                List.of(
                        "",
                        "stays",
                        "mean",
                        "5 %",
                        "25 %",
                        "50 %",
                        "75 %",
                        "95 %",
                        "at or above " + ReportNumber.text(report.threshold())),
                rows);
    }

    private static List<String> row(String name, ScoreDistribution distribution) {
        return Stream.of(
                        Stream.of(name, Integer.toString(distribution.stays()), ReportNumber.text(distribution.mean())),
                        distribution.quantiles().stream().map(ReportNumber::text),
                        Stream.of(ReportNumber.text(distribution.called())))
                .flatMap(cells -> cells)
                .toList();
    }

    ReportTable associations() {
        return new ReportTable(
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
                                ReportNumber.estimate(at.sepsis().auroc()),
                                cases(at.sepsis()),
                                ReportNumber.estimate(at.laterSepsis().auroc()),
                                cases(at.laterSepsis()),
                                ReportNumber.text(at.length())))
                        .toList());
    }

    private static String cases(GroupRanking ranking) {
        return ranking.cases() + " / " + ranking.stays();
    }

    ReportTable coverage() {
        boolean compared = !report.referenceCoverage().isEmpty();
        List<String> head = new ArrayList<>(List.of("series", "in so many stays", "in so many hours"));
        if (compared) {
            head.addAll(List.of("reference: stays", "reference: hours"));
        }
        return new ReportTable(
                head,
                IntStream.range(0, report.coverage().size())
                        .mapToObj(i -> {
                            SeriesCoverage here = report.coverage().get(i);
                            List<String> row = new ArrayList<>(List.of(
                                    here.series(), ReportNumber.text(here.stays()), ReportNumber.text(here.hours())));
                            if (compared) {
                                SeriesCoverage there =
                                        report.referenceCoverage().get(i);
                                row.addAll(List.of(ReportNumber.text(there.stays()), ReportNumber.text(there.hours())));
                            }
                            return row;
                        })
                        .toList());
    }
}
