package org.vigie.gateway.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A WFDB header ({@code .hea}), as PhysioNet's header(5) describes it.
 *
 * @param hertz frames a second
 * @param frames how many; 0 when the header does not say
 * @param signals of a plain record
 * @param segments of a multi-segment record
 */
record WfdbHeader(String record, double hertz, long frames, List<Line> signals, List<Segment> segments) {
    private static final int MOST = 1_000;
    private static final double FASTEST = 1e6;
    private static final Pattern RECORD = Pattern.compile(
            "([^\\s/]+)(?:/(\\d{1,6}))?\\s+(\\d{1,6})(?:\\s+([\\d.eE+-]+)\\S*(?:\\s+(\\d{1,15})\\b.*)?)?");
    private static final Pattern SIGNAL =
            Pattern.compile("(\\S+)\\s+(\\d{1,4})(?:x(\\d{1,4}))?(?::(\\d{1,9}))?(?:\\+(\\d{1,9}))?"
                    + "(?:\\s+([\\d.eE+-]+)(?:\\((-?\\d{1,9})\\))?(?:/(\\S+))?(?:\\s+-?\\d+(?:\\s+(-?\\d{1,9})"
                    + "(?:\\s+-?\\d+(?:\\s+-?\\d+(?:\\s+-?\\d+(?:\\s+(.*))?)?)?)?)?)?)?");

    /**
     * One signal.
     *
     * @param samplesPerFrame more than one for a signal that is faster than the frames
     * @param gain digital steps of one unit
     * @param baseline the digital value of 0
     */
    record Line(
            String file,
            int format,
            int samplesPerFrame,
            long offset,
            double gain,
            int baseline,
            String unit,
            String name) {}

    /** @param name {@code ~} for a gap */
    record Segment(String name, long frames) {
        boolean isFilled() {
            return !name.equals("~") && frames > 0;
        }
    }

    static WfdbHeader parse(String file, String text) throws MalformedFile {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        Matcher record = RECORD.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!record.matches()) {
            throw new MalformedFile(file + ": line 1: no record line of WFDB");
        }
        boolean isMulti = record.group(2) != null;
        int count = Integer.parseInt(isMulti ? record.group(2) : record.group(3));
        if (count > MOST || lines.size() <= count) {
            throw new MalformedFile(file + ": " + count + " lines are promised, " + (lines.size() - 1) + " follow");
        }
        double hertz = record.group(4) == null ? 250 : number(file, record.group(4));
        if (!(hertz > 0 && hertz <= FASTEST)) {
            throw new MalformedFile(file + ": sampling frequency must be above 0 and at most 1e6, was " + hertz);
        }
        long frames = record.group(5) == null ? 0 : Long.parseLong(record.group(5));
        List<Line> signals = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        for (String line : lines.subList(1, count + 1)) {
            if (isMulti) {
                segments.add(segment(file, line));
            } else {
                signals.add(signal(file, line));
            }
        }
        return new WfdbHeader(record.group(1), hertz, frames, List.copyOf(signals), List.copyOf(segments));
    }

    private static Segment segment(String file, String line) throws MalformedFile {
        String[] words = line.split("\\s+", -1);
        if (words.length < 2 || !words[1].matches("\\d{1,15}")) {
            throw new MalformedFile(file + ": no segment line of WFDB: " + line);
        }
        return new Segment(words[0], Long.parseLong(words[1]));
    }

    private static Line signal(String file, String line) throws MalformedFile {
        Matcher signal = SIGNAL.matcher(line);
        if (!signal.matches()) {
            throw new MalformedFile(file + ": no signal line of WFDB: " + line);
        }
        double gain = signal.group(6) == null ? 0 : number(file, signal.group(6));
        int zero = signal.group(9) == null ? 0 : Integer.parseInt(signal.group(9));
        return new Line(
                signal.group(1),
                Integer.parseInt(signal.group(2)),
                signal.group(3) == null ? 1 : Math.max(1, Integer.parseInt(signal.group(3))),
                signal.group(5) == null ? 0 : Long.parseLong(signal.group(5)),
                gain == 0 ? 200 : gain,
                signal.group(7) == null ? zero : Integer.parseInt(signal.group(7)),
                signal.group(8) == null ? "mV" : signal.group(8),
                signal.group(10) == null ? "" : signal.group(10).strip());
    }

    private static double number(String file, String text) throws MalformedFile {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new MalformedFile(file + ": " + text + " is no number", e);
        }
        throw new MalformedFile(String.format(Locale.ROOT, "%s: %s is out of range", file, text));
    }
}
