package org.vigie.gateway.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.gateway.files.WfdbHeader.Line;
import org.vigie.gateway.files.WfdbHeader.Segment;

/** Reads a WFDB record: its signals in physical units, over all of its segments, gaps included. */
public final class Wfdb {
    private Wfdb() {}

    /**
     * @param header the {@code .hea} file; the others lie beside it
     * @throws MalformedFile when one of them is not what WFDB says
     */
    public static List<Signal> read(Path header) throws IOException {
        WfdbHeader record = header(header);
        return record.segments().isEmpty() ? plain(header, record) : joined(header, record);
    }

    /** The records that are only parts of this one: each has a header of its own beside it. */
    static List<String> parts(Path header) throws IOException {
        return header(header).segments().stream().map(Segment::name).toList();
    }

    private static WfdbHeader header(Path file) throws IOException {
        return WfdbHeader.parse(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
    }

    private static List<Signal> plain(Path header, WfdbHeader record) throws IOException {
        Map<String, List<Integer>> byFile = new LinkedHashMap<>();
        for (int i = 0; i < record.signals().size(); i++) {
            byFile.computeIfAbsent(record.signals().get(i).file(), ignored -> new ArrayList<>())
                    .add(i);
        }
        Signal[] signals = new Signal[record.signals().size()];
        for (Map.Entry<String, List<Integer>> file : byFile.entrySet()) {
            read(beside(header, file.getKey()), record, file.getValue(), signals);
        }
        return List.of(signals);
    }

    /** A record's files lie in its own directory, and nowhere else. */
    private static Path beside(Path header, String name) throws MalformedFile {
        if (!name.matches("[A-Za-z0-9_.-]{1,80}") || name.startsWith(".")) {
            throw new MalformedFile(header + ": a file name must be of letters, digits, '_', '.', '-', was " + name);
        }
        Path file = header.resolveSibling(name);
        if (!Files.isRegularFile(file)) {
            throw new MalformedFile(header + ": its file " + name + " is missing");
        }
        return file;
    }

    /** Reads the signals that share one file: its frames hold all of theirs. */
    private static void read(Path file, WfdbHeader record, List<Integer> which, Signal[] signals) throws IOException {
        List<Line> lines = which.stream().map(record.signals()::get).toList();
        Line first = lines.get(0);
        if (lines.stream().anyMatch(line -> line.format() != first.format())) {
            throw new MalformedFile(file + ": its signals must have one format");
        }
        WfdbSamples samples = WfdbSamples.of(file.toString(), first.format(), Files.readAllBytes(file), first.offset());
        int perFrame = lines.stream().mapToInt(Line::samplesPerFrame).sum();
        int held = samples.count() / perFrame;
        if (record.frames() > held) {
            throw new MalformedFile(file + ": " + record.frames() + " frames are promised, it holds " + held);
        }
        int frames = record.frames() == 0 ? held : (int) record.frames();
        int at = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double[] values = values(samples, line, at, perFrame, frames);
            signals[which.get(i)] =
                    new Signal(line.name(), line.unit(), record.hertz() * line.samplesPerFrame(), values);
            at += line.samplesPerFrame();
        }
    }

    private static double[] values(WfdbSamples samples, Line line, int at, int perFrame, int frames) {
        double[] values = new double[frames * line.samplesPerFrame()];
        for (int i = 0; i < values.length; i++) {
            int frame = i / line.samplesPerFrame();
            int digital = samples.at(frame * perFrame + at + i % line.samplesPerFrame());
            values[i] = digital == WfdbSamples.ABSENT ? Double.NaN : (digital - line.baseline()) / line.gain();
        }
        return values;
    }

    /** Signals go by their names through the segments: a segment without one, a layout and a gap leave NaN. */
    private static List<Signal> joined(Path header, WfdbHeader record) throws IOException {
        long most = Signal.most(bytes(header, record));
        long total = record.segments().stream().mapToLong(Segment::frames).sum();
        Map<String, Signal> byName = new LinkedHashMap<>();
        long from = 0;
        for (Segment segment : record.segments()) {
            if (segment.isFilled()) {
                Path part = beside(header, segment.name() + ".hea");
                for (Signal signal : plain(part, segmentHeader(part))) {
                    if (!byName.containsKey(signal.name())) {
                        byName.put(signal.name(), silence(header, signal, record.hertz(), total, most));
                        most -= byName.get(signal.name()).samples().length;
                    }
                    copy(part, signal, record.hertz(), from, byName.get(signal.name()));
                }
            }
            from += segment.frames();
        }
        return List.copyOf(byName.values());
    }

    private static WfdbHeader segmentHeader(Path part) throws IOException {
        WfdbHeader header = header(part);
        if (!header.segments().isEmpty()) {
            throw new MalformedFile(part + ": a segment must have no segments");
        }
        return header;
    }

    private static long bytes(Path header, WfdbHeader record) throws IOException {
        long bytes = 0;
        for (Segment segment : record.segments()) {
            if (segment.isFilled()) {
                Path part = beside(header, segment.name() + ".hea");
                List<String> files = segmentHeader(part).signals().stream()
                        .map(Line::file)
                        .distinct()
                        .toList();
                for (String file : files) {
                    bytes += Files.size(beside(part, file));
                }
            }
        }
        return bytes;
    }

    /** The whole length of a signal, without a sample yet. */
    private static Signal silence(Path header, Signal part, double frameHertz, long total, long most)
            throws MalformedFile {
        int perFrame = perFrame(part, frameHertz);
        if (perFrame < 1 || total > most / perFrame) {
            throw new MalformedFile(header + ": nearly all of it is gaps, or a segment is slower than it");
        }
        double[] samples = new double[(int) (total * perFrame)];
        Arrays.fill(samples, Double.NaN);
        return new Signal(part.name(), part.unit(), part.hertz(), samples);
    }

    private static void copy(Path file, Signal part, double frameHertz, long from, Signal whole) throws MalformedFile {
        int perFrame = perFrame(part, frameHertz);
        if (perFrame != perFrame(whole, frameHertz)) {
            throw new MalformedFile(file + ": " + part.name() + " has another frequency than in the segments before");
        }
        int start = (int) (from * perFrame);
        int length = Math.min(part.samples().length, whole.samples().length - start);
        System.arraycopy(part.samples(), 0, whole.samples(), start, length);
    }

    private static int perFrame(Signal part, double frameHertz) {
        return (int) Math.round(part.hertz() / frameHertz);
    }
}
