package org.vigie.platform.command;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Holds the options of a command that reads a period. Each takes a time, or a duration before now. */
public final class PeriodOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Start of the period: a time such as 2026-03-01T08:00:00Z, or a time before now such as PT24H"
                    + " (default: ${DEFAULT-VALUE}).")
    String from = "PT24H";

    @Option(names = "--to", paramLabel = "TIME", description = "End of the period, in the same form (default: now).")
    Optional<String> to = Optional.empty();

    /** @throws IllegalArgumentException when it is neither a time nor a duration */
    public Instant from(Instant now) {
        return time("--from", from, now);
    }

    /** @throws IllegalArgumentException when it is neither a time nor a duration */
    public Instant to(Instant now) {
        return to.map(text -> time("--to", text, now)).orElse(now);
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
