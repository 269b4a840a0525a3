package org.vigie.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.Map;
import org.vigie.platform.config.KafkaConnectionConfig;

/**
 * Builds the alarm report from the ledger's topic.
 *
 * @param err receives a line about records that could not be decoded
 */
record AlarmReportRun(AlarmReportOptions options, AnalyticsConfig config, PrintWriter err) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    String report() throws JsonProcessingException {
        String namespace = options.namespaces().of().orElse(config.kafka().namespace());
        AlarmReport report = report(namespace);
        if (options.namespaces().against().isEmpty()) {
            return written(report.figures(), new TextAlarmReport(report), new HtmlAlarmReport(report));
        }
        String other = options.namespaces().against().get();
        var comparison = new AlarmReportComparison(other, report(other), namespace, report);
        return written(comparison.figures(), comparison, new HtmlAlarmComparison(comparison));
    }

    private String written(Map<String, Object> figures, Record text, Record html) throws JsonProcessingException {
        return switch (options.format()) {
            case JSON -> JSON.writeValueAsString(figures);
            case HTML -> html.toString();
            case TEXT -> text.toString();
        };
    }

    private AlarmReport report(String namespace) {
        KafkaConnectionConfig kafka = config.kafka().withNamespace(namespace);
        var reader = new ReportInputReader(kafka);
        var statistics = new AlarmStatistics(
                options.period(), reader.episodes(), options.period().bedDays(reader.beds()), config);
        if (reader.unreadable() > 0) {
            err.println(reader.unreadable() + " records of " + namespace
                    + " could not be decoded and are left out of the report");
        }
        return AlarmReport.of(options.period(), statistics, config.target());
    }
}
