package org.vigie.analytics;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report as one page that needs nothing else: tables and two plots of bars. */
record HtmlAlarmReport(AlarmReport report) {
    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; color: #1c2733; background: #fff; }
            table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
            th, td { padding: .3rem .7rem; border-bottom: 1px solid #d5dce3; text-align: right; }
            th:first-child, td:first-child { text-align: left; }
            svg { width: 100%; max-width: 60rem; height: auto; }
            rect { fill: #0b57a4; }
            text { font-size: 11px; fill: #45525e; }
            """;

    @Override
    public String toString() {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>Alarms</title>\n<style>\n"
                + STYLE
                + "</style></head><body>\n<h1>Alarms</h1>\n<p>"
                + report.period().from() + " to "
                + report.period().to() + ", " + "%.2f bed-days. ".formatted(report.bedDays())
                + "%.0f %% of the budget of %.1f alarms per 10 minutes and nurse."
                        .formatted(100 * report.burn(), report.target())
                + "</p>\n<h2>By hour</h2>\n" + bars(hours())
                + "<h2>The rules that call most often</h2>\n" + bars(rules()) + table(report.topTen())
                + "<h2>By priority</h2>\n" + table(report.byPriority())
                + "<h2>By unit</h2>\n" + table(report.byUnit())
                + "<h2>Floods</h2>\n<p>More than 10 alarms in 10 minutes and nurse, until fewer than 5 (ISA-18.2): "
                + report.floods().size() + "</p>\n"
                + report.floods().stream()
                        .map(each -> "<p>%s: %s to %s, %d alarms</p>%n"
                                .formatted(escaped(each.unit()), each.from(), each.to(), each.alarms()))
                        .collect(Collectors.joining())
                + "<p>PPV: useful or known, of the alarms that somebody judged.</p>\n</body></html>\n";
    }

    private Map<String, Integer> hours() {
        Map<String, Integer> hours = new LinkedHashMap<>();
        report.hourly().forEach((hour, alarms) -> hours.put(label(hour), alarms));
        return hours;
    }

    private static String label(Instant hour) {
        return hour.toString().substring(5, 16).replace('T', ' ');
    }

    private Map<String, Integer> rules() {
        Map<String, Integer> rules = new LinkedHashMap<>();
        report.topTen().forEach(line -> rules.put(line.name(), line.alarms()));
        return rules;
    }

    /** Lying bars: they have room for their names. */
    private static String bars(Map<String, Integer> values) {
        int most = values.values().stream().max(Integer::compareTo).orElse(1);
        var bars = new StringBuilder();
        int y = 0;
        for (Map.Entry<String, Integer> each : values.entrySet()) {
            double width = 600.0 * each.getValue() / Math.max(1, most);
            bars.append(String.format(
                    Locale.ROOT,
                    "<text x=\"150\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"160\" y=\"%d\" width=\"%.1f\" height=\"12\"/>"
                            + "<text x=\"%.1f\" y=\"%d\">%d</text>%n",
                    y + 11,
                    escaped(each.getKey()),
                    y + 1,
                    width,
                    166 + width,
                    y + 11,
                    each.getValue()));
            y += 16;
        }
        return "<svg viewBox=\"0 0 820 " + Math.max(16, y) + "\" role=\"img\">\n" + bars + "</svg>\n";
    }

    private String table(List<AlarmStatistics.StatisticsLine> lines) {
        return "<table>\n" + row("th", TextAlarmReport.HEAD)
                + lines.stream()
                        .map(each -> row("td", TextAlarmReport.cells(each)))
                        .collect(Collectors.joining())
                + row("td", TextAlarmReport.cells(report.all())) + "</table>\n";
    }

    private static String row(String cell, List<String> texts) {
        return texts.stream()
                .map(text -> "<" + cell + ">" + escaped(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
