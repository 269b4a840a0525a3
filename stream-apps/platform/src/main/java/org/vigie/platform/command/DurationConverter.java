package org.vigie.platform.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a duration such as {@code 90s}, {@code 5m}, {@code 1h} or ISO-8601. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            return Duration.parse(text.matches("\\d+[smh]") ? "PT" + text : text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("must be a duration such as 90s, 5m, 1h or PT24H, was '" + text + "'");
        }
    }
}
