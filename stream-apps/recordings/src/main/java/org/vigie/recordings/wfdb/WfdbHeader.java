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
import org.vigie.recordings.MalformedRecordingFile;

/**
 * A WFDB header ({@code .hea}), as PhysioNet's header(5) describes it.
 *
 * @param hertz frames a second
 * @param frames how many; 0 when the header does not say
 * @param time base time; empty when it does not say, or says none that exists
 * @param date base date; empty when it does not say, or says none that exists
 * @param faults what its base time or date says that is none; it has no start then
 * @param signals of a plain record
 * @param segments of a multi-segment record
 */
record WfdbHeader(
        String record,
        double hertz,
        long frames,
        Optional<LocalTime> time,
        Optional<LocalDate> date,
        List<LeftOutEntry> faults,
        List<WfdbSignalLine> signals,
        List<WfdbSegment> segments) {
    private static final int MOST = 10_000;
    private static final int FIRST_YEAR = 1900;
    private static final double FASTEST = 1e6;
    private static final Pattern RECORD = Pattern.compile("([^\\s/]+)(?:/(\\d{1,6}))?\\s+(\\d{1,6})"
            + "(?:\\s+([\\d.eE+-]+)\\S*(?:\\s+(\\d{1,15})(?:\\s+(\\S+)(?:\\s+(\\S+).*)?)?)?)?");
    private static final Pattern FORMAT =
            Pattern.compile("(\\d{1,4})(?:x(\\d{1,4}))?(?::(\\d{1,9}))?(?:\\+(\\d{1,9}))?");
    private static final Pattern GAIN = Pattern.compile("([^(/]*)(?:\\(([^)]*)\\))?(?:/(.*))?");
    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,9}))?");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{1,4})");

    /**
     * One signal.
     *
     * @param samplesPerFrame more than one for a signal that is faster than the frames
     * @param gain digital steps of one unit
     * @param baseline the digital value of 0
     * @param fault why it has no values; empty when it has
     */
    record WfdbSignalLine(
            String file,
            int format,
            int samplesPerFrame,
            long offset,
            double gain,
            int baseline,
            String unit,
            String name,
            String fault) {}

    /** @param name {@code ~} for a gap */
    record WfdbSegment(String name, long frames) {
        boolean isFilled() {
            return !name.equals("~") && frames > 0;
        }
    }

    /** When it began; on 1970-01-01 when it has a base time and no base date. */
    Optional<LocalDateTime> start() {
        return faults.isEmpty() ? time.map(of -> date.orElse(LocalDate.EPOCH).atTime(of)) : Optional.empty();
    }

    static WfdbHeader parse(String file, String text) throws MalformedRecordingFile {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        Matcher record = RECORD.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!record.matches()) {
            throw new MalformedRecordingFile(file + ": line 1: no record line of WFDB");
        }
        boolean isMulti = record.group(2) != null;
        int count = Integer.parseInt(isMulti ? record.group(2) : record.group(3));
        if (count > MOST || lines.size() <= count) {
            throw new MalformedRecordingFile(
                    file + ": " + count + " lines are promised, " + (lines.size() - 1) + " follow");
        }
        double hertz = record.group(4) == null ? 250 : parsed(record.group(4));
        if (!(hertz > 0 && hertz <= FASTEST)) {
            throw new MalformedRecordingFile(
                    file + ": sampling frequency must be above 0 and at most 1e6, was " + record.group(4));
        }
        long frames = record.group(5) == null ? 0 : Long.parseLong(record.group(5));
        List<WfdbSignalLine> signals = new ArrayList<>();
        List<WfdbSegment> segments = new ArrayList<>();
        for (String line : lines.subList(1, count + 1)) {
            if (isMulti) {
                segments.add(segment(file, line));
            } else {
                signals.add(signal(file, line, signals.size()));
            }
        }
        Optional<LocalTime> time = time(record.group(6));
        Optional<LocalDate> date = date(record.group(7));
        List<LeftOutEntry> faults = new ArrayList<>();
        if (time.isEmpty() && record.group(6) != null) {
            faults.add(new LeftOutEntry(
                    "", record.group(6), "base time: must be a time of the day, hh:mm:ss; times count from 1970"));
        }
        if (date.isEmpty() && record.group(7) != null) {
            faults.add(new LeftOutEntry(
                    "",
                    record.group(7),
                    "base date: must be a day that exists, dd/mm/yyyy from 1900; times count from 1970"));
        }
        return new WfdbHeader(
                record.group(1),
                hertz,
                frames,
                time,
                date,
                List.copyOf(faults),
                List.copyOf(signals),
                List.copyOf(segments));
    }

    private static WfdbSegment segment(String file, String line) throws MalformedRecordingFile {
        String[] words = line.split("\\s+", -1);
        if (words.length < 2 || !words[1].matches("\\d{1,15}")) {
            throw new MalformedRecordingFile(file + ": no segment line of WFDB: " + line);
        }
        return new WfdbSegment(words[0], Long.parseLong(words[1]));
    }

    /** A file name and a format, without which its neighbours cannot be read; what else is wrong is wrong for this signal only. */
    private static WfdbSignalLine signal(String file, String line, int number) throws MalformedRecordingFile {
        String[] words = line.split("\\s+", 9);
        Matcher format = FORMAT.matcher(words.length < 2 ? "" : words[1]);
        if (!format.matches()) {
            throw new MalformedRecordingFile(file + ": no signal line of WFDB: " + line);
        }
        String name = words.length < 9 || words[8].isBlank() ? "signal " + number : words[8].strip();
        Matcher gain = GAIN.matcher(words.length < 3 ? "" : words[2]);
        boolean isReadable = gain.matches();
        String given = isReadable ? gain.group(1) : words[2];
        double steps = given.isEmpty() ? 0 : parsed(given);
        String zero = isReadable && gain.group(2) != null ? gain.group(2) : words.length < 5 ? "0" : words[4];
        String fault = fault(words.length < 3 ? "" : words[2], steps, zero);
        return new WfdbSignalLine(
                words[0],
                Integer.parseInt(format.group(1)),
                format.group(2) == null ? 1 : Math.max(1, Integer.parseInt(format.group(2))),
                format.group(4) == null ? 0 : Long.parseLong(format.group(4)),
                steps,
                fault.isEmpty() ? Integer.parseInt(zero) : 0,
                isReadable && gain.group(3) != null ? gain.group(3) : "mV",
                name,
                fault);
    }

    /** header(5): a gain that is zero or missing says that the signal's amplitude is uncalibrated. */
    private static String fault(String field, double gain, String zero) {
        if (field.isEmpty()) {
            return "no calibration: its ADC gain is missing";
        }
        if (gain == 0) {
            return "no calibration: its ADC gain is 0, which in WFDB says uncalibrated";
        }
        if (Double.isNaN(gain)) {
            return "no calibration: ADC gain must be a number, was '" + field + "'";
        }
        return zero.matches("[+-]?\\d{1,9}")
                ? ""
                : "no calibration: baseline must be a whole number, was '" + zero + "'";
    }

    private static Optional<LocalTime> time(String text) {
        Matcher time = TIME.matcher(text == null ? "" : text);
        if (!time.matches()) {
            return Optional.empty();
        }
        try {
            int hour = time.group(1) == null ? 0 : Integer.parseInt(time.group(1));
            String fraction = time.group(4) == null ? "0" : time.group(4);
            int nanos = (int) Math.round(Double.parseDouble("0." + fraction) * 1e9);
            return Optional.of(LocalTime.of(
                    hour,
                    Integer.parseInt(time.group(2)),
                    Integer.parseInt(time.group(3)),
                    Math.min(nanos, 999_999_999)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        Matcher date = DATE.matcher(text == null ? "" : text);
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(date.group(3)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(1)));
            return Optional.of(day).filter(read -> read.getYear() >= FIRST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** NaN when it is no finite number. */
    private static double parsed(String text) {
        try {
            double number = text.matches("[\\d.eE+-]+") ? Double.parseDouble(text) : Double.NaN;
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
