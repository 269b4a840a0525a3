package org.vigie.recordings.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.csv.CsvNumberField.CsvFieldKind;

/**
 * Defines how a table writes its times, as its mapping declares it: {@code s}, {@code ms}, {@code min} or {@code h} since the start, {@code
 * iso}, or a pattern such as {@code dd/MM/yyyy HH:mm:ss}; the last two may be followed by the time zone of local times.
 */
final class CsvTimeFormat {
    private static final Map<String, Long> UNITS = Map.of("ms", 1L, "s", 1_000L, "min", 60_000L, "h", 3_600_000L);
    private static final String ISO = "iso";
    private static final double LATEST = 1e13;

    private final String unit;
    private final DateTimeFormatter pattern;
    private final LocalTimeResolver resolver;

    private CsvTimeFormat(String unit, DateTimeFormatter pattern, ZoneId zone) {
        this.unit = unit;
        this.pattern = pattern;
        this.resolver = new LocalTimeResolver(zone);
    }

    /** @param zone of local times when the mapping names none */
    static CsvTimeFormat of(String file, String declared, ZoneId zone) throws MalformedRecordingFile {
        int blank = declared.lastIndexOf(' ');
        Optional<ZoneId> named = blank < 0 ? Optional.empty() : zone(declared.substring(blank + 1));
        String unit = named.isEmpty() ? declared : declared.substring(0, blank).strip();
        return new CsvTimeFormat(unit, formatter(file, declared, unit), named.orElse(zone));
    }

    private static DateTimeFormatter formatter(String file, String declared, String unit)
            throws MalformedRecordingFile {
        if (UNITS.containsKey(unit) || unit.equals(ISO)) {
            return DateTimeFormatter.ISO_DATE_TIME;
        }
        if (unit.contains("y") && unit.contains("M") && unit.contains("d")) {
            return pattern(file, declared, unit);
        }
        throw new MalformedRecordingFile(
                file + ": the time's unit must be s, ms, min, h, iso or a pattern like dd/MM/yyyy HH:mm:ss, was "
                        + declared);
    }

    private static DateTimeFormatter pattern(String file, String declared, String unit) throws MalformedRecordingFile {
        try {
            return DateTimeFormatter.ofPattern(unit.replace('y', 'u'), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordingFile(
                    file + ": the time's unit is no pattern: " + declared + " (" + e.getMessage() + ")", e);
        }
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean isSinceStart() {
        return UNITS.containsKey(unit);
    }

    ZoneId zone() {
        return resolver.zone();
    }

    /** Returns a time as reasons give it: {@code 5.0 s}, or a local time. */
    String text(long millis) {
        return isSinceStart()
                ? millis / 1000.0 + " s"
                : Instant.ofEpochMilli(millis).atZone(zone()).toLocalDateTime().toString();
    }

    /** @param numbers the number format of the table, for times since the start */
    CsvTimeField read(String field, CsvNumberFormat numbers) {
        return isSinceStart() ? sinceStart(field, numbers) : dated(field);
    }

    private CsvTimeField sinceStart(String field, CsvNumberFormat numbers) {
        if (field.isEmpty()) {
            return CsvTimeField.none("no time");
        }
        CsvNumberField read = numbers.read(field);
        double millis = read.value() * UNITS.get(unit);
        if (read.kind() == CsvFieldKind.NUMBER && millis >= 0 && millis <= LATEST) {
            return new CsvTimeField(Math.round(millis), "");
        }
        String reason = read.kind() == CsvFieldKind.NO_VALUE ? ": " + read.reason() : "";
        return CsvTimeField.none("no time: " + field + reason);
    }

    private CsvTimeField dated(String field) {
        try {
            Object parsed = unit.equals(ISO)
                    ? IsoTimeParser.parse(field)
                    : pattern.parseBest(field, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime exact
                    ? LocalTimeResolver.resolve(exact)
                    : resolver.resolve((LocalDateTime) parsed);
        } catch (DateTimeException e) {
            return CsvTimeField.none("no time: " + field + hint(field));
        }
    }

    private String hint(String field) {
        if (!unit.equals(ISO)) {
            return " (" + unit + " is expected)";
        }
        return field.matches("\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}.*")
                ? " (iso is expected, 2026-03-05T08:00:00; or declare the order of day and month as the time's unit in"
                        + " mapping.csv: dd/MM/yyyy HH:mm:ss)"
                : "";
    }
}
