package org.vigie.analytics;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.AlarmLoad;

/** Holds the contents of an alarm report: the figures of the JSON form, from which the other forms are made. */
public record AlarmReport(
        ReportPeriod period,
        double bedDays,
        StatisticsLine all,
        List<StatisticsLine> byRule,
        List<StatisticsLine> byPriority,
        List<StatisticsLine> byUnit,
        List<StatisticsLine> topTen,
        List<AlarmFlood> floods,
        List<AlarmLoad> loads,
        Map<Instant, Integer> hourly,
        double target,
        double burn) {

    static AlarmReport of(ReportPeriod period, AlarmStatistics statistics, double target) {
        return new AlarmReport(
                period,
                statistics.bedDays(),
                statistics.all(),
                statistics.byRule(),
                statistics.byPriority(),
                statistics.byUnit(),
                statistics.topTen(),
                statistics.floods(),
                statistics.loads(),
                statistics.hourly(),
                target,
                statistics.burn());
    }

    /** Returns the figures for JSON as numbers, texts, lists and maps only. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("from", period.from().toString());
        figures.put("to", period.to().toString());
        figures.put("bed_days", bedDays);
        figures.put("all", figures(all));
        figures.put("by_rule", each(byRule));
        figures.put("by_priority", each(byPriority));
        figures.put("by_unit", each(byUnit));
        figures.put("top_ten", topTen.stream().map(StatisticsLine::name).toList());
        figures.put("floods", floods.stream().map(AlarmReport::figures).toList());
        figures.put("exposure", loads.stream().map(AlarmReport::figures).toList());
        figures.put("budget", Map.of("target_per_10_minutes_and_nurse", target, "burn", burn));
        figures.put("alarms_by_hour", hours());
        return figures;
    }

    private Map<String, Integer> hours() {
        Map<String, Integer> hours = new LinkedHashMap<>();
        hourly.forEach((hour, alarms) -> hours.put(hour.toString(), alarms));
        return hours;
    }

    private static List<Map<String, Object>> each(List<StatisticsLine> lines) {
        return lines.stream().map(AlarmReport::figures).toList();
    }

    private static Map<String, Object> figures(StatisticsLine line) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("name", line.name());
        figures.put("alarms", line.alarms());
        figures.put("calls", line.calls());
        figures.put("incidents", line.incidents());
        figures.put("bed_days", line.bedDays());
        figures.put("per_bed_day", line.perBedDay());
        figures.put("median_seconds_to_acknowledge", line.secondsToAcknowledge());
        figures.put("acknowledged_share", line.acknowledgedShare());
        figures.put("median_seconds", line.seconds());
        figures.put("chattering", line.chattering());
        figures.put("stale", line.stale());
        figures.put("feedbacks", line.feedbacks());
        figures.put("positive_predictive_value", line.positivePredictiveValue());
        figures.put("useful_share", line.usefulShare());
        return figures;
    }

    private static Map<String, Object> figures(AlarmFlood flood) {
        return Map.of(
                "unit", flood.unit(),
                "from", flood.from().toString(),
                "to", flood.to().toString(),
                "alarms", flood.alarms());
    }

    private static Map<String, Object> figures(AlarmLoad load) {
        return Map.of(
                "unit", load.getUnit(),
                "last_10_minutes", load.getLast10Minutes(),
                "last_120_minutes", load.getLast120Minutes(),
                "per_10_minutes_and_nurse", load.getPerNurse(),
                "burn", load.getBurn(),
                "flood", load.getFlood());
    }
}
