package org.vigie.recordings.wfdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.signal.SignalFile;
import org.vigie.recordings.wfdb.WfdbHeader.WfdbSegment;
import org.vigie.recordings.wfdb.WfdbSignalCollector.WfdbSpan;

/**
 * Reads a WFDB record: its signals in physical units. Each segment has its own unit and gain. What one signal, one signal file or one
 * segment lacks is left out with its reason; the rest is read.
 */
public final class WfdbReader {
    private final WfdbHeaderFile file;
    private final LeftOutCollector leftOut = new LeftOutCollector();
    private final WfdbSignalCollector signals;
    private MalformedRecordingFile firstFailure;
    private boolean isAnyFileRead;

    private WfdbReader(Path header, boolean withWaveforms) {
        this.file = new WfdbHeaderFile(header);
        this.signals = new WfdbSignalCollector(withWaveforms, leftOut);
    }

    /**
     * Reads a record.
     *
     * @param header the {@code .hea} file; the others lie beside it
     * @throws MalformedRecordingFile when nothing of it can be read
     */
    public static SignalFile read(Path header) throws IOException {
        return new WfdbReader(header, true).read();
    }

    /** Reads a record without its waveforms. Their names are reported as left out. */
    public static SignalFile numerics(Path header) throws IOException {
        return new WfdbReader(header, false).read();
    }

    /** Returns the names of the records that are only segments of this one. Each has a header of its own beside it. */
    public static List<String> parts(Path header) throws IOException {
        return new WfdbHeaderFile(header)
                .read().segments().stream().map(WfdbSegment::name).toList();
    }

    private SignalFile read() throws IOException {
        WfdbHeader record = file.read();
        leftOut.addAll(record.faults());
        record.base().missingDate().stream().map(List::of).forEach(leftOut::addAll);
        if (record.segments().isEmpty()) {
            readPlain(file, record, new WfdbSpan(0, Long.MAX_VALUE));
        } else {
            readSegments(record);
        }
        if (!isAnyFileRead && firstFailure != null) {
            throw firstFailure;
        }
        return new SignalFile(record.start(), signals.signals(), leftOut.toList());
    }

    private void readPlain(WfdbHeaderFile place, WfdbHeader record, WfdbSpan span) throws IOException {
        Map<String, List<WfdbSignalLine>> byFile = record.signals().stream()
                .collect(Collectors.groupingBy(WfdbSignalLine::file, LinkedHashMap::new, Collectors.toList()));
        for (List<WfdbSignalLine> lines : byFile.values()) {
            try {
                Path samples = place.beside(lines.get(0).file());
                signals.add(record, span, WfdbFrames.open(samples, lines));
                isAnyFileRead = true;
            } catch (MalformedRecordingFile e) {
                leaveOut(place, lines, e);
            }
        }
    }

    private void leaveOut(WfdbHeaderFile place, List<WfdbSignalLine> lines, MalformedRecordingFile failure) {
        remember(failure);
        String reason = failure.getMessage().replace(place.path().resolveSibling("") + "/", "");
        lines.forEach(line -> leftOut.add(line.name(), reason));
    }

    private void remember(MalformedRecordingFile failure) {
        firstFailure = firstFailure == null ? failure : firstFailure;
    }

    /** Reads the segments. A gap has no samples. A segment that cannot be read is left out. */
    private void readSegments(WfdbHeader record) throws IOException {
        WfdbSegmentClock clock = new WfdbSegmentClock();
        double start = 0;
        for (WfdbSegment segment : record.segments()) {
            double seconds = segment.frames() / record.hertz();
            if (segment.isFilled()) {
                readOrLeaveOut(segment, record.hertz(), new WfdbSpan(start, segment.frames()), clock);
            }
            start += seconds;
        }
        isAnyFileRead |= firstFailure == null;
    }

    private void readOrLeaveOut(WfdbSegment segment, double hertz, WfdbSpan span, WfdbSegmentClock clock)
            throws IOException {
        try {
            readSegment(segment, hertz, span, clock);
        } catch (MalformedRecordingFile e) {
            remember(e);
            leftOut.add("", "segment " + segment.name() + " is not read: " + e.getMessage());
        }
    }

    private void readSegment(WfdbSegment segment, double hertz, WfdbSpan span, WfdbSegmentClock clock)
            throws IOException {
        WfdbHeaderFile place = new WfdbHeaderFile(file.beside(segment.name() + ".hea"));
        WfdbHeader part = place.readSegment(hertz);
        for (LeftOutEntry fault : part.faults()) {
            String reason = fault.reason().replace("times count from 1970", "it is taken to follow the one before");
            leftOut.add("", fault.value(), "segment " + segment.name() + ": " + reason, "");
        }
        clock.check(place.path(), part);
        readPlain(place, part, span);
        clock.pass(part, segment.frames() / hertz);
    }
}
