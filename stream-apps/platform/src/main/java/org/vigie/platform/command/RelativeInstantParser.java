package org.vigie.platform.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/**
 * Reads a time that is written as a time with its offset or as a duration before now.
 *
 * @param now the present
 */
public record RelativeInstantParser(Instant now) {
    private static final String EXPECTED = ": must be a time such as 2026-03-01T14:05:00Z or 2026-03-01T15:05:00+01:00,"
            + " or a time before now such as PT5M, was '";

    /**
     * Reads a time.
     *
     * @param name option or parameter, with which the message of a refusal begins
     * @throws IllegalArgumentException when the text is neither a time nor a duration
     */
    public Instant parse(String name, String text) {
        String stripped = text.strip();
        try {
            return stripped.startsWith("P")
                    ? now.minus(Duration.parse(stripped))
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(stripped, Instant::from);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(name + EXPECTED + text + "'", e);
        }
    }
}
