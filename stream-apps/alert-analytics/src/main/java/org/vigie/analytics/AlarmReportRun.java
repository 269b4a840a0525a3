package org.vigie.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;

/** Builds the alarm report from the ledger's topic. */
final class AlarmReportRun {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private AlarmReportRun() {}

    /** @param err receives a line about records that could not be decoded */
    static String report(AlarmReportOptions options, AnalyticsConfig config, PrintWriter err)
            throws JsonProcessingException {
        var reader = new ReportInputReader(config.kafka());
        var statistics = new AlarmStatistics(
                options.period(), reader.episodes(), options.period().bedDays(reader.beds()), config);
        if (reader.unreadable() > 0) {
            err.println(reader.unreadable() + " records could not be decoded and are left out of the report");
        }
        AlarmReport report = AlarmReport.of(options.period(), statistics, config.target());
        return switch (options.format()) {
            case JSON -> JSON.writeValueAsString(report.figures());
            case HTML -> new HtmlAlarmReport(report).toString();
            case TEXT -> new TextAlarmReport(report).toString();
        };
    }
}
