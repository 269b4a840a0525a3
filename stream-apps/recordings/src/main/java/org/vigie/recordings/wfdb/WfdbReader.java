package org.vigie.recordings.wfdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.io.MemoryMappedFile;
import org.vigie.recordings.io.TextFileDecoder;
import org.vigie.recordings.signal.SampledSignal;
import org.vigie.recordings.signal.SignalFile;
import org.vigie.recordings.signal.SignalRecordingBuilder;
import org.vigie.recordings.wfdb.WfdbHeader.WfdbSegment;
import org.vigie.recordings.wfdb.WfdbHeader.WfdbSignalLine;

/**
 * Reads a WFDB record: its signals in physical units. Each segment has its own unit and gain. What one signal, one signal file or one
 * segment lacks is left out and said; the rest is read.
 */
public final class WfdbReader {
    private final boolean withWaveforms;
    private final LeftOutCollector leftOut = new LeftOutCollector();
    private final List<SampledSignal> signals = new ArrayList<>();
    private MalformedRecordingFile first;
    private boolean isAnyFileRead;
    private long left = SampledSignal.MOST_SAMPLES;

    private WfdbReader(boolean withWaveforms) {
        this.withWaveforms = withWaveforms;
    }

    /**
     * Reads a record.
     *
     * @param header the {@code .hea} file; the others lie beside it
     * @throws MalformedRecordingFile when nothing of it can be read
     */
    public static SignalFile read(Path header) throws IOException {
        return new WfdbReader(true).file(header);
    }

    /** The same without its waveforms: they are only named. */
    public static SignalFile numerics(Path header) throws IOException {
        return new WfdbReader(false).file(header);
    }

    /** The records that are only parts of this one: each has a header of its own beside it. */
    public static List<String> parts(Path header) throws IOException {
        return header(header).segments().stream().map(WfdbSegment::name).toList();
    }

    private static WfdbHeader header(Path file) throws IOException {
        return WfdbHeader.parse(file.toString(), TextFileDecoder.header(file.toString(), Files.readAllBytes(file)));
    }

    private SignalFile file(Path file) throws IOException {
        WfdbHeader record = header(file);
        leftOut.addAll(record.faults());
        if (record.segments().isEmpty()) {
            plain(file, record, 0, Long.MAX_VALUE);
        } else {
            segments(file, record);
        }
        if (!isAnyFileRead && first != null) {
            throw first;
        }
        return new SignalFile(record.start(), signals, leftOut.toList());
    }

    /** @param most frames that are read */
    private void plain(Path header, WfdbHeader record, double start, long most) throws IOException {
        Map<String, List<WfdbSignalLine>> byFile = new LinkedHashMap<>();
        record.signals()
                .forEach(line -> byFile.computeIfAbsent(line.file(), ignored -> new ArrayList<>())
                        .add(line));
        for (Map.Entry<String, List<WfdbSignalLine>> file : byFile.entrySet()) {
            try {
                read(beside(header, file.getKey()), record, file.getValue(), start, most);
                isAnyFileRead = true;
            } catch (MalformedRecordingFile e) {
                first = first == null ? e : first;
                String reason = e.getMessage().replace(header.resolveSibling("") + "/", "");
                file.getValue().forEach(line -> leftOut.add(line.name(), reason));
            }
        }
    }

    /** A record's files lie in its own directory, and nowhere else. */
    private static Path beside(Path header, String name) throws MalformedRecordingFile {
        if (!name.matches("[A-Za-z0-9_.-]{1,80}") || name.startsWith(".")) {
            throw new MalformedRecordingFile(
                    header + ": a file name must be of letters, digits, '_', '.', '-', was " + name);
        }
        Path file = header.resolveSibling(name);
        if (!Files.isRegularFile(file)) {
            throw new MalformedRecordingFile(header + ": its file " + name + " is missing");
        }
        return file;
    }

    /** Reads the signals that share one file: its frames hold all of theirs. */
    private void read(Path file, WfdbHeader record, List<WfdbSignalLine> lines, double start, long most)
            throws IOException {
        WfdbSignalLine firstLine = lines.get(0);
        if (lines.stream().anyMatch(line -> line.format() != firstLine.format())) {
            throw new MalformedRecordingFile(file + ": its signals must have one format");
        }
        ByteBuffer bytes = MemoryMappedFile.of(file);
        WfdbSamples samples = WfdbSamples.of(file.toString(), firstLine.format(), bytes, firstLine.offset());
        int perFrame = lines.stream().mapToInt(WfdbSignalLine::samplesPerFrame).sum();
        long held = samples.count() / perFrame;
        long promised = Math.min(most, record.frames() == 0 ? held : record.frames());
        String end = "";
        if (promised > held) {
            end = file.getFileName() + " ends early: " + promised + " frames are promised, it holds " + held;
        } else if (record.frames() > 0 && record.frames() < held) {
            leftOut.add(
                    "",
                    file.getFileName() + " is longer than promised: " + record.frames() + " frames are read, "
                            + (held - record.frames()) + " behind them are not");
        } else if (samples.count() % perFrame != 0 && promised == held) {
            end = file.getFileName() + " ends within frame " + (held + 1);
        }
        int frames = (int) Math.min(promised, held);
        int at = 0;
        for (WfdbSignalLine line : lines) {
            signal(samples, record, line, at, perFrame, frames, start);
            if (!end.isEmpty()) {
                leftOut.add(line.name(), end);
            }
            at += line.samplesPerFrame();
        }
    }

    private void signal(
            WfdbSamples samples, WfdbHeader record, WfdbSignalLine line, int at, int perFrame, int frames, double start)
            throws MalformedRecordingFile {
        double hertz = record.hertz() * line.samplesPerFrame();
        if (!line.fault().isEmpty()) {
            leftOut.add(line.name(), line.fault());
        } else if (!withWaveforms && SampledSignal.isWaveform(hertz)) {
            leftOut.add(line.name(), SignalRecordingBuilder.waveform(hertz));
        } else {
            left -= (long) frames * line.samplesPerFrame();
            if (left < 0) {
                throw new MalformedRecordingFile(line.file() + ": a record must have at most "
                        + SampledSignal.MOST_SAMPLES + " samples to read, has more");
            }
            double[] values = new double[frames * line.samplesPerFrame()];
            for (int i = 0; i < values.length; i++) {
                int frame = i / line.samplesPerFrame();
                int value = samples.at(frame * perFrame + at + i % line.samplesPerFrame());
                values[i] = value == WfdbSamples.ABSENT ? Double.NaN : (value - line.baseline()) / line.gain();
            }
            signals.add(new SampledSignal(line.name(), line.unit(), hertz, start, values));
        }
    }

    /** A gap has no samples. A segment that cannot be read, or that says that it began before the last one ended, is left out. */
    private void segments(Path header, WfdbHeader record) throws IOException {
        double from = 0;
        LocalDateTime end = null;
        for (WfdbSegment segment : record.segments()) {
            double seconds = segment.frames() / record.hertz();
            if (segment.isFilled()) {
                try {
                    WfdbHeader part = segmentHeader(beside(header, segment.name() + ".hea"), record.hertz());
                    for (LeftOutEntry fault : part.faults()) {
                        String reason =
                                fault.reason().replace("times count from 1970", "it is taken to follow the one before");
                        leftOut.add("", fault.value(), "segment " + segment.name() + ": " + reason, "");
                    }
                    LocalDateTime began = part.date().isPresent() ? part.start().orElse(null) : null;
                    if (began != null && end != null && began.plusSeconds(1).isBefore(end)) {
                        throw new MalformedRecordingFile(
                                header.resolveSibling(segment.name() + ".hea") + ": it began at " + began
                                        + ", before the segment before it ended at " + end + ": the clock went back");
                    }
                    plain(header.resolveSibling(segment.name() + ".hea"), part, from, segment.frames());
                    end = began == null ? end : began.plusNanos((long) (seconds * 1e9));
                } catch (MalformedRecordingFile e) {
                    first = first == null ? e : first;
                    leftOut.add("", "segment " + segment.name() + " is not read: " + e.getMessage());
                }
            }
            from += seconds;
        }
        isAnyFileRead |= first == null;
    }

    private static WfdbHeader segmentHeader(Path part, double hertz) throws IOException {
        WfdbHeader header = header(part);
        if (!header.segments().isEmpty()) {
            throw new MalformedRecordingFile(part + ": a segment must have no segments");
        }
        if (Math.abs(header.hertz() - hertz) > 1e-6 * hertz) {
            throw new MalformedRecordingFile(
                    part + ": its frames a second must be its record's, " + hertz + ", were " + header.hertz());
        }
        return header;
    }
}
