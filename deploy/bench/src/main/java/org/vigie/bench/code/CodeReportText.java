package org.vigie.bench.code;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a report on the source code for readers. */
record CodeReportText(CodeReport report, long seed) {
    @Override
    public String toString() {
        return Stream.of(
                        "Source code, main code of all modules\n" + measures(),
                        "Modules: lines, lines of tests, lines of tests per line\n" + modules(),
                        list("Names used for more than one type", names()),
                        list("Files over " + CodeMeasurement.LONG_FILE + " lines", report.longFiles()),
                        list("Types without Javadoc", report.withoutJavadoc()),
                        list("Types whose Javadoc begins with a sentence without a verb", report.withoutVerb()),
                        "Javadocs drawn by seed " + seed + "\n" + javadocs(),
                        verdict())
                .collect(Collectors.joining("\n\n"));
    }

    private String measures() {
        return lines(report.measures().stream()
                .map(each -> "%-40s %10s  %s%s"
                        .formatted(
                                each.name(),
                                each.shownValue(),
                                each.shownBound(),
                                each.holds() ? "" : ", does not hold")));
    }

    private String modules() {
        return lines(report.modules().stream()
                .map(each -> "%-40s %10d %7d %7s"
                        .formatted(each.module(), each.mainLines(), each.testLines(), each.shownRatio())));
    }

    private List<String> names() {
        return report.namesUsedTwice().entrySet().stream()
                .map(each -> each.getKey() + ": " + String.join(", ", each.getValue()))
                .toList();
    }

    private String javadocs() {
        return lines(report.javadocs().stream().map(each -> each.at() + " " + each.of() + "\n      " + each.text()));
    }

    private String verdict() {
        List<CodeMeasure> broken = report.broken();
        return broken.isEmpty()
                ? "Every bound holds."
                : "Bounds that do not hold: "
                        + broken.stream().map(CodeMeasure::name).collect(Collectors.joining("; "));
    }

    private static String list(String title, List<String> lines) {
        return lines.isEmpty() ? title + ": none" : title + ": " + lines.size() + "\n" + lines(lines.stream());
    }

    private static String lines(Stream<String> lines) {
        return lines.map(line -> ("  " + line).stripTrailing()).collect(Collectors.joining("\n"));
    }
}
