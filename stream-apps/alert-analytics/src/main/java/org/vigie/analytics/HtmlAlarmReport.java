package org.vigie.analytics;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.platform.report.BarChart;
import org.vigie.platform.report.ReportTable;
import org.vigie.platform.report.ReportTemplate;

/** Writes the report as one HTML page that loads no other files. The template {@code alarms} uses the method names of this record. */
record HtmlAlarmReport(AlarmReport report) {
    private static final ReportTemplate TEMPLATE = new ReportTemplate(HtmlAlarmReport.class, "alarms");

    @Override
    public String toString() {
        return TEMPLATE.render(this);
    }

    String title() {
        return "Alarms";
    }

    String bedDays() {
        return String.format(Locale.ROOT, "%.2f", report.bedDays());
    }

    String burn() {
        return String.format(Locale.ROOT, "%.0f", 100 * report.burn());
    }

    String target() {
        return String.format(Locale.ROOT, "%.1f", report.target());
    }

    BarChart hours() {
        Map<String, Integer> hours = new LinkedHashMap<>();
        report.hourly().forEach((hour, alarms) -> hours.put(label(hour), alarms));
        return BarChart.of(hours);
    }

    BarChart rules() {
        Map<String, Integer> rules = new LinkedHashMap<>();
        report.topTen().forEach(line -> rules.put(line.name(), line.alarms()));
        return BarChart.of(rules);
    }

    ReportTable topTen() {
        return table(report.topTen());
    }

    ReportTable byPriority() {
        return table(report.byPriority());
    }

    ReportTable byUnit() {
        return table(report.byUnit());
    }

    private static String label(Instant hour) {
        return hour.toString().substring(5, 16).replace('T', ' ');
    }

    private ReportTable table(List<StatisticsLine> lines) {
        return new ReportTable(
                TextAlarmReport.HEAD,
                Stream.concat(lines.stream(), Stream.of(report.all()))
                        .map(TextAlarmReport::cells)
                        .toList());
    }
}
