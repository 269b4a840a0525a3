package org.vigie.recordings.wfdb;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.recordings.LeftOutEntry;

/**
 * Holds the base time and the base date of a WFDB record.
 *
 * @param time empty when the header gives none, or one that does not exist
 * @param date empty when the header gives none, or one that does not exist
 * @param faults what the header gives that is no time or no date; the record has no start then
 */
record WfdbBaseTime(Optional<LocalTime> time, Optional<LocalDate> date, List<LeftOutEntry> faults) {
    private static final int FIRST_YEAR = 1900;
    private static final int MOST_NANOS = 999_999_999;
    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,9}))?");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{1,4})");

    /** Parses the base time and the base date of a record line. */
    static WfdbBaseTime of(WfdbRecordLine line) {
        Optional<LocalTime> time = line.time().flatMap(WfdbBaseTime::time);
        Optional<LocalDate> date = line.date().flatMap(WfdbBaseTime::date);
        List<LeftOutEntry> faults = new ArrayList<>();
        line.time()
                .filter(text -> time.isEmpty())
                .map(text -> fault(text, "base time: must be a time of the day, hh:mm:ss"))
                .ifPresent(faults::add);
        line.date()
                .filter(text -> date.isEmpty())
                .map(text -> fault(text, "base date: must be a day that exists, dd/mm/yyyy from 1900"))
                .ifPresent(faults::add);
        return new WfdbBaseTime(time, date, List.copyOf(faults));
    }

    private static LeftOutEntry fault(String text, String expected) {
        return new LeftOutEntry("", text, expected + "; times count from 1970");
    }

    /** Returns when the record began. A record without a base date, as of MIMIC's segments, has no start. */
    Optional<LocalDateTime> start() {
        return faults.isEmpty() ? date.flatMap(day -> time.map(day::atTime)) : Optional.empty();
    }

    /** Returns the report of a base time without a base date. Empty when there are both, or none. */
    Optional<LeftOutEntry> missingDate() {
        return time.filter(known -> faults.isEmpty() && date.isEmpty())
                .map(known -> new LeftOutEntry(
                        "", known.toString(), "base date: is missing beside the base time; times count from 1970"));
    }

    private static Optional<LocalTime> time(String text) {
        Matcher match = TIME.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            int hour = match.group(1) == null ? 0 : Integer.parseInt(match.group(1));
            int minute = Integer.parseInt(match.group(2));
            return Optional.of(LocalTime.of(hour, minute, Integer.parseInt(match.group(3)), nanos(match.group(4))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int nanos(String fraction) {
        double seconds = fraction == null ? 0 : Double.parseDouble("0." + fraction);
        return Math.min((int) Math.round(seconds * 1e9), MOST_NANOS);
    }

    private static Optional<LocalDate> date(String text) {
        Matcher match = DATE.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            int month = Integer.parseInt(match.group(2));
            return Optional.of(LocalDate.of(Integer.parseInt(match.group(3)), month, Integer.parseInt(match.group(1))))
                    .filter(day -> day.getYear() >= FIRST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
