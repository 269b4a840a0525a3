package org.vigie.recordings.csv;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.recordings.MalformedRecordingFile;

/**
 * How a table writes its times, as its mapping declares it: {@code s}, {@code ms}, {@code min} or {@code h} since the start, {@code
 * iso}, or a pattern such as {@code dd/MM/yyyy HH:mm:ss}; the last two may be followed by the time zone of local times.
 */
public final class CsvTimeFormat {
    private static final Map<String, Long> UNITS = Map.of("ms", 1L, "s", 1_000L, "min", 60_000L, "h", 3_600_000L);
    private static final double LATEST = 1e13;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;
    private static final int WESTERNMOST = -12 * 3600;
    private static final int EASTERNMOST = 14 * 3600;

    /**
     * A time that was read.
     *
     * @param millis since 1970, or since the start
     * @param fault why there is none; empty when there is
     */
    record CsvTimeField(long millis, String fault) {
        static CsvTimeField none(String fault) {
            return new CsvTimeField(0, fault);
        }

        boolean isKnown() {
            return fault.isEmpty();
        }
    }

    private final String unit;
    private final DateTimeFormatter pattern;
    private final ZoneId zone;

    private CsvTimeFormat(String unit, DateTimeFormatter pattern, ZoneId zone) {
        this.unit = unit;
        this.pattern = pattern;
        this.zone = zone;
    }

    /** @param zone of local times when the mapping names none */
    static CsvTimeFormat of(String file, String declared, ZoneId zone) throws MalformedRecordingFile {
        int blank = declared.lastIndexOf(' ');
        ZoneId named = blank < 0 ? null : zone(declared.substring(blank + 1));
        String unit = named == null ? declared : declared.substring(0, blank).strip();
        ZoneId used = named == null ? zone : named;
        if (UNITS.containsKey(unit) || unit.equals("iso")) {
            return new CsvTimeFormat(unit, DateTimeFormatter.ISO_DATE_TIME, used);
        }
        try {
            if (unit.contains("y") && unit.contains("M") && unit.contains("d")) {
                return new CsvTimeFormat(
                        unit,
                        DateTimeFormatter.ofPattern(unit.replace('y', 'u'), Locale.ROOT)
                                .withResolverStyle(ResolverStyle.STRICT),
                        used);
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordingFile(
                    file + ": the time's unit is no pattern: " + declared + " (" + e.getMessage() + ")", e);
        }
        throw new MalformedRecordingFile(
                file + ": the time's unit must be s, ms, min, h, iso or a pattern like dd/MM/yyyy HH:mm:ss, was "
                        + declared);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return null;
        }
    }

    boolean isSinceStart() {
        return UNITS.containsKey(unit);
    }

    ZoneId zone() {
        return zone;
    }

    CsvTimeField read(String field, CsvNumberFormat numbers) {
        return isSinceStart() ? sinceStart(field, numbers) : dated(field);
    }

    private CsvTimeField sinceStart(String field, CsvNumberFormat numbers) {
        if (field.isEmpty()) {
            return CsvTimeField.none("no time");
        }
        CsvNumberFormat.CsvNumberField read = numbers.read(field);
        double millis = read.value() * UNITS.get(unit);
        if (read.kind() == CsvNumberFormat.CsvFieldKind.NUMBER && millis >= 0 && millis <= LATEST) {
            return new CsvTimeField(Math.round(millis), "");
        }
        return CsvTimeField.none("no time: " + field
                + (read.kind() == CsvNumberFormat.CsvFieldKind.NO_VALUE ? ": " + read.reason() : ""));
    }

    private CsvTimeField dated(String field) {
        try {
            LocalDateTime local;
            if (unit.equals("iso") && isPlainLocal(field)) {
                local = LocalDateTime.parse(field);
            } else if (unit.equals("iso")) {
                String text = field.toUpperCase(Locale.ROOT)
                        .replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T")
                        .replace(" ", "");
                if (text.matches(".*T.*(Z|[+-]\\d\\d(:?\\d\\d)?)")) {
                    String offset =
                            text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2").replaceFirst("([+-]\\d\\d)$", "$1:00");
                    return at(OffsetDateTime.parse(offset));
                }
                local = LocalDateTime.parse(text);
            } else {
                Object parsed = pattern.parseBest(field, OffsetDateTime::from, LocalDateTime::from);
                if (parsed instanceof OffsetDateTime exact) {
                    return at(exact);
                }
                local = (LocalDateTime) parsed;
            }
            return at(local);
        } catch (DateTimeException e) {
            return CsvTimeField.none("no time: " + field + hint(field));
        }
    }

    private static CsvTimeField at(OffsetDateTime exact) {
        return at(exact.toLocalDateTime(), exact.getOffset());
    }

    /** {@code 2026-03-05T08:00:00}, as most are: no offset, no blank. */
    private static boolean isPlainLocal(String field) {
        return field.length() >= 16
                && field.charAt(10) == 'T'
                && field.lastIndexOf('-') < 10
                && field.indexOf('+') < 0
                && Character.isDigit(field.charAt(field.length() - 1));
    }

    private CsvTimeField at(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.size() == 1 ? at(local, offsets.get(0)) : CsvTimeField.none(fault(local, zone));
    }

    /** At an offset that is in use, from the date line to the date line, as in HL7; in a year that a ward has seen. */
    private static CsvTimeField at(LocalDateTime local, ZoneOffset offset) {
        if (local.getYear() < FIRST_YEAR || local.getYear() > LAST_YEAR) {
            return CsvTimeField.none(
                    "no time: its year must be " + FIRST_YEAR + " to " + LAST_YEAR + ", was " + local.getYear());
        }
        if (offset.getTotalSeconds() < WESTERNMOST || offset.getTotalSeconds() > EASTERNMOST) {
            return CsvTimeField.none("no time: its offset must be -12:00 to +14:00, was " + offset);
        }
        return new CsvTimeField(local.toInstant(offset).toEpochMilli(), "");
    }

    /**
     * Why a local time is no instant; empty when it is one. The hour that a clock shows twice in autumn could be either; the one
     * that it leaves out in spring never was.
     */
    public static String fault(LocalDateTime local, ZoneId zone) {
        int meant = zone.getRules().getValidOffsets(local).size();
        if (meant == 1) {
            return "";
        }
        return meant == 0
                ? "no such time: the clocks of " + zone + " went forward over " + local
                : "ambiguous time: the clocks of " + zone + " showed " + local + " twice";
    }

    private String hint(String field) {
        if (!unit.equals("iso")) {
            return " (" + unit + " is expected)";
        }
        return field.matches("\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}.*")
                ? " (iso is expected, 2026-03-05T08:00:00; or declare the order of day and month as the time's unit in"
                        + " mapping.csv: dd/MM/yyyy HH:mm:ss)"
                : "";
    }
}
