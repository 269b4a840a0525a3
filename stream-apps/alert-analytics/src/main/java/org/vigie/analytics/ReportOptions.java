package org.vigie.analytics;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code ./vigie alarms report} is asked.
 *
 * @param out a file; empty: standard output
 * @param config of the broker; empty: the defaults
 */
record ReportOptions(Period period, String format, Optional<Path> out, Optional<Path> config) {
    static final String HELP = """
            ./vigie alarms report [--from TIME] [--to TIME] [--format text|json|html] [--out FILE] [--config FILE]
              how often nurses were called and what for, out of alerts.ledger.
              TIME     event time: 2026-03-01T08:00:00Z, or a time before now such as PT24H; from a day ago to now unless told
              --config FILE of alert-analytics: the broker, the nurses who share a unit's calls, the budget""";

    private static final Set<String> FORMATS = Set.of("text", "json", "html");

    ReportOptions {
        if (!FORMATS.contains(format)) {
            throw new IllegalArgumentException("--format: must be text, json or html, was '" + format + "'");
        }
    }

    /** @throws IllegalArgumentException when it is not understood */
    static ReportOptions of(Instant now, String... args) {
        if (args.length == 0 || !args[0].equals("report")) {
            throw new IllegalArgumentException("alarms: expected 'report'");
        }
        Instant from = now.minus(Duration.ofDays(1));
        Instant to = now;
        String format = "text";
        Optional<Path> out = Optional.empty();
        Optional<Path> config = Optional.empty();
        for (int i = 1; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + ": needs a value");
            }
            String value = args[i + 1];
            switch (args[i]) {
                case "--from" -> from = time(args[i], value, now);
                case "--to" -> to = time(args[i], value, now);
                case "--format" -> format = value;
                case "--out" -> out = Optional.of(Path.of(value));
                case "--config" -> config = Optional.of(Path.of(value));
                default -> throw new IllegalArgumentException("alarms report: unknown option '" + args[i] + "'");
            }
        }
        return new ReportOptions(new Period(from, to), format, out, config);
    }

    private static Instant time(String option, String text, Instant now) {
        try {
            return text.startsWith("P") ? now.minus(Duration.parse(text)) : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    option + ": must be like 2026-03-01T08:00:00Z or PT24H, was '" + text + "'", e);
        }
    }
}
