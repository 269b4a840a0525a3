package org.vigie.replay.trial;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.analytics.AlarmReport;
import org.vigie.platform.report.BarChart;
import org.vigie.platform.report.ReportTemplate;

/** Writes the result of a rule trial as one HTML page that loads no other files. The template {@code trial} uses its method names. */
record HtmlRuleTrial(RuleTrialResult result) {
    private static final ReportTemplate TEMPLATE = new ReportTemplate(HtmlRuleTrial.class, "trial");

    @Override
    public String toString() {
        return TEMPLATE.render(this);
    }

    String title() {
        return "Rule trial: " + result.comparison().after() + " beside "
                + result.comparison().before();
    }

    /** Returns the text form without its tables of trends. */
    String text() {
        return new RuleTrialText(result).toString();
    }

    BarChart currentHours() {
        return hours(result.comparison().one());
    }

    BarChart triedHours() {
        return hours(result.comparison().other());
    }

    List<StayTrendPlot> stays() {
        return result.stays().stream()
                .map(stay -> new StayTrendPlot(stay, result.trends()))
                .toList();
    }

    private static BarChart hours(AlarmReport report) {
        Map<String, Integer> hours = new LinkedHashMap<>();
        report.hourly().forEach((hour, alarms) -> hours.put(label(hour), alarms));
        return BarChart.of(hours);
    }

    private static String label(Instant hour) {
        return hour.toString().substring(5, 16).replace('T', ' ');
    }
}
