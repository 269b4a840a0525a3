package org.vigie.recordings.wfdb;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.MalformedRecordingFile;

/**
 * Describes a WFDB header ({@code .hea}), as PhysioNet's header(5) specifies it.
 *
 * @param line its first line
 * @param base when the record began
 * @param signals of a plain record
 * @param segments of a multi-segment record
 */
record WfdbHeader(WfdbRecordLine line, WfdbBaseTime base, List<WfdbSignalLine> signals, List<WfdbSegment> segments) {
    /**
     * Describes one segment of a recording.
     *
     * @param name {@code ~} for a gap
     */
    record WfdbSegment(String name, long frames) {
        private static WfdbSegment parse(String file, String line) throws MalformedRecordingFile {
            String[] words = line.split("\\s+", -1);
            if (words.length < 2 || !words[1].matches("\\d{1,15}")) {
                throw new MalformedRecordingFile(file + ": no segment line of WFDB: " + line);
            }
            return new WfdbSegment(words[0], Long.parseLong(words[1]));
        }

        boolean isFilled() {
            return !name.equals("~") && frames > 0;
        }
    }

    /** @throws MalformedRecordingFile when it is no header; the message names the line */
    static WfdbHeader parse(String file, String text) throws MalformedRecordingFile {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        WfdbRecordLine record = WfdbRecordLine.parse(file, lines.isEmpty() ? "" : lines.get(0), lines.size() - 1);
        List<String> below = lines.subList(1, record.lines() + 1);
        List<WfdbSignalLine> signals = record.isMultiSegment() ? List.of() : signals(file, below);
        List<WfdbSegment> segments = record.isMultiSegment() ? segments(file, below) : List.of();
        return new WfdbHeader(record, WfdbBaseTime.of(record), signals, segments);
    }

    private static List<WfdbSignalLine> signals(String file, List<String> lines) throws MalformedRecordingFile {
        List<WfdbSignalLine> signals = new ArrayList<>();
        for (String line : lines) {
            signals.add(WfdbSignalLine.parse(file, line, signals.size()));
        }
        return List.copyOf(signals);
    }

    private static List<WfdbSegment> segments(String file, List<String> lines) throws MalformedRecordingFile {
        List<WfdbSegment> segments = new ArrayList<>();
        for (String line : lines) {
            segments.add(WfdbSegment.parse(file, line));
        }
        return List.copyOf(segments);
    }

    double hertz() {
        return line.hertz();
    }

    /** Returns the number of frames; 0 when the header does not say. */
    long frames() {
        return line.frames();
    }

    Optional<LocalDateTime> start() {
        return base.start();
    }

    List<LeftOutEntry> faults() {
        return base.faults();
    }
}
