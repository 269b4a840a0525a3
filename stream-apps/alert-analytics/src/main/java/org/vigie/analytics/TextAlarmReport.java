package org.vigie.analytics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.schemas.AlarmLoad;

/** Writes the report as text for a terminal. */
record TextAlarmReport(AlarmReport report) {
    static final List<String> HEAD = List.of(
            "",
            "alarms",
            "calls",
            "incidents",
            "bed-days",
            "/bed-day",
            "to ack s",
            "acked",
            "lasted s",
            "chattering",
            "stale",
            "PPV",
            "useful",
            "judged");

    @Override
    public String toString() {
        String from = "Alarms from " + report.period().from() + " to "
                + report.period().to();
        return from + ", " + number(report.bedDays(), "%.2f") + " bed-days\n\n"
                + table("by priority", report.byPriority())
                + table("by unit", report.byUnit())
                + table("top ten rules", report.topTen())
                + floods()
                + report.loads().stream().map(TextAlarmReport::load).collect(Collectors.joining())
                + "whole period: %.0f %% of the budget of %.1f per 10 minutes and nurse%n"
                        .formatted(100 * report.burn(), report.target());
    }

    private String floods() {
        String head = "floods (more than 10 calls in 10 minutes and nurse, until fewer than 5): ";
        return report.floods().stream()
                .map(flood ->
                        "  %s %s to %s, %d calls%n".formatted(flood.unit(), flood.from(), flood.to(), flood.alarms()))
                .collect(Collectors.joining("", head + report.floods().size() + "\n", ""));
    }

    private static String load(AlarmLoad load) {
        return "%s, last 120 minutes: %d calls, %.2f per 10 minutes and nurse, %.0f %% of the budget%n"
                .formatted(load.getUnit(), load.getLast120Minutes(), load.getPerNurse(), 100 * load.getBurn());
    }

    private String table(String title, List<StatisticsLine> lines) {
        String head = "%-28s".formatted(title)
                + HEAD.stream().skip(1).map("%11s"::formatted).collect(Collectors.joining());
        return head + "\n"
                + lines.stream().map(TextAlarmReport::row).collect(Collectors.joining())
                + row(report.all()) + "\n";
    }

    private static String row(StatisticsLine line) {
        List<String> cells = cells(line);
        return "  %-26s".formatted(cells.get(0))
                + cells.stream().skip(1).map("%11s"::formatted).collect(Collectors.joining()) + "\n";
    }

    /** Returns one cell for each column of {@link #HEAD}. */
    static List<String> cells(StatisticsLine line) {
        return List.of(
                line.name(),
                Integer.toString(line.alarms()),
                Integer.toString(line.calls()),
                Integer.toString(line.incidents()),
                number(line.bedDays(), "%.2f"),
                number(line.perBedDay(), "%.2f"),
                number(line.secondsToAcknowledge(), "%.0f"),
                number(line.acknowledgedShare(), "%.2f"),
                number(line.seconds(), "%.0f"),
                Integer.toString(line.chattering()),
                Integer.toString(line.stale()),
                number(line.positivePredictiveValue(), "%.2f"),
                number(line.usefulShare(), "%.2f"),
                Integer.toString(line.feedbacks()));
    }

    private static String number(Double value, String format) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }
}
