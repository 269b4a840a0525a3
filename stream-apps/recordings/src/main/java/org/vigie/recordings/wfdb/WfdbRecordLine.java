package org.vigie.recordings.wfdb;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.recordings.MalformedRecordingFile;

/**
 * Holds the first line of a WFDB header: {@code record/segments signals hertz frames time date}.
 *
 * @param isMultiSegment true when the lines below name segments, false when they describe signals
 * @param lines how many lines below belong to the record
 * @param hertz frames a second
 * @param frames how many; 0 when the header does not say
 * @param time the base time as written; empty when there is none
 * @param date the base date as written; empty when there is none
 */
record WfdbRecordLine(
        String record,
        boolean isMultiSegment,
        int lines,
        double hertz,
        long frames,
        Optional<String> time,
        Optional<String> date) {
    private static final int MOST_LINES = 10_000;
    private static final double DEFAULT_HERTZ = 250;
    private static final double FASTEST = 1e6;
    private static final Pattern FORMAT = Pattern.compile("([^\\s/]+)(?:/(\\d{1,6}))?\\s+(\\d{1,6})"
            + "(?:\\s+([\\d.eE+-]+)\\S*(?:\\s+(\\d{1,15})(?:\\s+(\\S+)(?:\\s+(\\S+).*)?)?)?)?");

    /**
     * Parses the line.
     *
     * @param following how many lines follow it
     * @throws MalformedRecordingFile when it is no record line, or promises more lines than follow
     */
    static WfdbRecordLine parse(String file, String line, int following) throws MalformedRecordingFile {
        Matcher match = match(file, line);
        boolean isMulti = match.group(2) != null;
        int lines = Integer.parseInt(isMulti ? match.group(2) : match.group(3));
        if (lines > MOST_LINES || following < lines) {
            throw new MalformedRecordingFile(file + ": " + lines + " lines are promised, " + following + " follow");
        }
        return new WfdbRecordLine(
                match.group(1),
                isMulti,
                lines,
                hertz(file, match.group(4)),
                match.group(5) == null ? 0 : Long.parseLong(match.group(5)),
                Optional.ofNullable(match.group(6)),
                Optional.ofNullable(match.group(7)));
    }

    private static Matcher match(String file, String line) throws MalformedRecordingFile {
        Matcher match = FORMAT.matcher(line);
        if (!match.matches()) {
            throw new MalformedRecordingFile(file + ": line 1: no record line of WFDB");
        }
        return match;
    }

    private static double hertz(String file, String text) throws MalformedRecordingFile {
        double hertz = text == null ? DEFAULT_HERTZ : WfdbSignalLine.parsed(text);
        if (!(hertz > 0 && hertz <= FASTEST)) {
            throw new MalformedRecordingFile(
                    file + ": sampling frequency must be above 0 and at most 1e6, was " + text);
        }
        return hertz;
    }
}
