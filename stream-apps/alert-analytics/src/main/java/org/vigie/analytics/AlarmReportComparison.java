package org.vigie.analytics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.platform.report.ReportTable;

/**
 * Compares two alarm reports of the same period line by line.
 *
 * @param before name of the first report, such as a namespace or a rule set
 * @param after name of the second report
 */
public record AlarmReportComparison(String before, AlarmReport one, String after, AlarmReport other) {
    private static final int NAME = 28;
    private static final int NUMBER = 19;

    /** Compares the figures of one rule, one priority or all alarms; a figure is null where its report has no such line. */
    private record ComparedLine(String name, StatisticsLine one, StatisticsLine other) {}

    /** Returns the figures for JSON: each report under its name, and the calls per bed and day side by side. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("before", before);
        figures.put("after", after);
        figures.put("calls_per_bed_day", sideBySide(callsPerBedDay(one), callsPerBedDay(other)));
        figures.put("calls", sideBySide(one.all().calls(), other.all().calls()));
        figures.put("report_before", one.figures());
        figures.put("report_after", other.figures());
        return figures;
    }

    private static Map<String, Number> sideBySide(Number before, Number after) {
        Map<String, Number> numbers = new LinkedHashMap<>();
        numbers.put("before", before);
        numbers.put("after", after);
        return numbers;
    }

    /** Returns the calls per occupied bed and day; 0 when no bed was occupied. */
    public static double callsPerBedDay(AlarmReport report) {
        return report.bedDays() == 0 ? 0 : report.all().calls() / report.bedDays();
    }

    /** Returns the table of priorities, rules and all alarms. */
    public ReportTable table() {
        List<String> head = List.of(
                "",
                "alarms " + before,
                "alarms " + after,
                "calls " + before,
                "calls " + after,
                "PPV " + before,
                "PPV " + after);
        return new ReportTable(
                head, lines().stream().map(AlarmReportComparison::cells).toList());
    }

    private List<ComparedLine> lines() {
        List<ComparedLine> lines = new ArrayList<>(compared(AlarmReport::byPriority));
        lines.addAll(compared(AlarmReport::byRule));
        lines.add(new ComparedLine("all", one.all(), other.all()));
        return lines;
    }

    private List<ComparedLine> compared(Function<AlarmReport, List<StatisticsLine>> lines) {
        Map<String, StatisticsLine> first = byName(lines.apply(one));
        Map<String, StatisticsLine> second = byName(lines.apply(other));
        var names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        return names.stream()
                .map(name -> new ComparedLine(name, first.get(name), second.get(name)))
                .toList();
    }

    private static Map<String, StatisticsLine> byName(List<StatisticsLine> lines) {
        return lines.stream().collect(Collectors.toMap(StatisticsLine::name, line -> line));
    }

    private static List<String> cells(ComparedLine line) {
        return List.of(
                line.name(),
                count(line.one(), StatisticsLine::alarms),
                count(line.other(), StatisticsLine::alarms),
                count(line.one(), StatisticsLine::calls),
                count(line.other(), StatisticsLine::calls),
                share(line.one()),
                share(line.other()));
    }

    private static String count(StatisticsLine line, Function<StatisticsLine, Integer> figure) {
        return line == null ? "0" : figure.apply(line).toString();
    }

    private static String share(StatisticsLine line) {
        return line == null || line.positivePredictiveValue() == null
                ? "-"
                : String.format(Locale.ROOT, "%.2f", line.positivePredictiveValue());
    }

    /** Returns the table as text for a terminal. */
    @Override
    public String toString() {
        ReportTable table = table();
        return row(table.head())
                + table.rows().stream().map(AlarmReportComparison::row).collect(Collectors.joining())
                + "calls per bed and day: %.2f %s, %.2f %s%n"
                        .formatted(callsPerBedDay(one), before, callsPerBedDay(other), after);
    }

    private static String row(List<String> cells) {
        return String.format("%-" + NAME + "s", cells.get(0))
                + cells.stream().skip(1).map(("%" + NUMBER + "s")::formatted).collect(Collectors.joining(" "))
                + "\n";
    }
}
