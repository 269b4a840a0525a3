package org.vigie.local;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;

/** Converts a duration such as {@code 90s}, {@code 5m}, {@code 1h} or ISO-8601. */
public final class DurationConverter implements CommandLine.ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            return Duration.parse(text.matches("\\d+[smh]") ? "PT" + text : text);
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException("must be a time such as 90s, 5m or 1h, was '" + text + "'");
        }
    }
}
