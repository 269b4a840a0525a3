package org.vigie.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;

/** Makes the report on alarms out of the ledger's topic. */
final class ReportRun {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ReportRun() {}

    /** @param err is told what could not be read */
    static String report(ReportOptions options, AnalyticsConfig config, PrintWriter err)
            throws JsonProcessingException {
        var reader = new LedgerReader(config.kafka());
        var statistics = new Statistics(
                options.period(), reader.episodes(), options.period().bedDays(reader.beds()), config);
        if (reader.unreadable() > 0) {
            err.println(reader.unreadable() + " records could not be read and are left out");
        }
        Report report = Report.of(options.period(), statistics, config.target());
        return switch (options.format()) {
            case JSON -> JSON.writeValueAsString(report.figures());
            case HTML -> new PageReport(report).toString();
            case TEXT -> new TextReport(report).toString();
        };
    }
}
