package org.vigie.platform.command;

import java.time.Instant;
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
        return new RelativeInstantParser(now).parse("--from", from);
    }

    /** @throws IllegalArgumentException when it is neither a time nor a duration */
    public Instant to(Instant now) {
        return to.map(text -> new RelativeInstantParser(now).parse("--to", text))
                .orElse(now);
    }
}
