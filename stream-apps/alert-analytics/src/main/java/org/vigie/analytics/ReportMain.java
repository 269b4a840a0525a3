package org.vigie.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import org.vigie.configuration.Configuration;

/** {@code ./vigie alarms report}: see {@link ReportOptions#HELP}. */
public final class ReportMain {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ReportMain() {}

    public static void main(String[] args) throws IOException {
        Optional<ReportOptions> options = options(args);
        if (options.isEmpty()) {
            System.err.println(ReportOptions.HELP);
            System.exit(2);
            return;
        }
        String report = report(options.get());
        if (options.get().out().isPresent()) {
            Files.writeString(options.get().out().get(), report);
        } else {
            System.out.println(report);
        }
    }

    private static Optional<ReportOptions> options(String[] args) {
        try {
            return Optional.of(ReportOptions.of(Instant.now(), args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return Optional.empty();
        }
    }

    private static String report(ReportOptions options) throws JsonProcessingException {
        AnalyticsConfig config = Configuration.load(options.config(), AnalyticsConfig.class, System.getenv());
        var reader = new LedgerReader(config.kafka());
        var statistics = new Statistics(
                options.period(), reader.episodes(), options.period().bedDays(reader.beds()), config);
        if (reader.unreadable() > 0) {
            System.err.println(reader.unreadable() + " records could not be read and are left out");
        }
        Report report = Report.of(options.period(), statistics, config.target());
        return switch (options.format()) {
            case "json" -> JSON.writeValueAsString(report.figures());
            case "html" -> new PageReport(report).toString();
            default -> new TextReport(report).toString();
        };
    }
}
