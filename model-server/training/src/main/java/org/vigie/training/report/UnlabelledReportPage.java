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
    private static final List<String> ASSOCIATION_HEAD = List.of(
            "hours seen",
            "AUROC for sepsis at any time",
            "septic / stays",
            "AUROC for sepsis labelled later",
            "septic / stays",
            "rank correlation with hours in the unit");

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
        return new ReportTable(spreadHead(), rows);
    }

    private List<String> spreadHead() {
        String called = "at or above " + ReportNumber.text(report.threshold());
        return List.of("", "stays", "mean", "5 %", "25 %", "50 %", "75 %", "95 %", called);
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
                ASSOCIATION_HEAD,
                report.associations().stream().map(UnlabelledReportPage::row).toList());
    }

    private static List<String> row(ScoreAssociation at) {
        return List.of(
                Integer.toString(at.hours()),
                ReportNumber.estimate(at.sepsis().auroc()),
                cases(at.sepsis()),
                ReportNumber.estimate(at.laterSepsis().auroc()),
                cases(at.laterSepsis()),
                ReportNumber.text(at.length()));
    }

    private static String cases(GroupRanking ranking) {
        return ranking.cases() + " / " + ranking.stays();
    }

    ReportTable coverage() {
        List<String> head = new ArrayList<>(List.of("series", "in so many stays", "in so many hours"));
        if (!report.referenceCoverage().isEmpty()) {
            head.addAll(List.of("reference: stays", "reference: hours"));
        }
        List<List<String>> rows = IntStream.range(0, report.coverage().size())
                .mapToObj(this::coverageRow)
                .toList();
        return new ReportTable(head, rows);
    }

    private List<String> coverageRow(int place) {
        SeriesCoverage here = report.coverage().get(place);
        List<String> row = new ArrayList<>(
                List.of(here.series(), ReportNumber.text(here.stays()), ReportNumber.text(here.hours())));
        if (!report.referenceCoverage().isEmpty()) {
            SeriesCoverage there = report.referenceCoverage().get(place);
            row.addAll(List.of(ReportNumber.text(there.stays()), ReportNumber.text(there.hours())));
        }
        return row;
    }
}
