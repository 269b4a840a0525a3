package org.vigie.replay.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Writes the samples of one record, frame by frame, and then its header. It holds one frame. */
final class WfdbSampleWriter implements AutoCloseable {
    /** A reading with a wrong clock must not fill the disk with empty frames. */
    private static final Duration LONGEST = Duration.ofDays(60);

    private final WfdbRecord record;
    private final Path directory;
    private final OutputStream file;
    private final Map<String, Integer> places = new HashMap<>();
    private final short[] frame;
    private final short[] first;
    private final short[] checksums;
    private final ByteBuffer bytes;
    private long begin = Long.MIN_VALUE;
    private long frames;

    WfdbSampleWriter(WfdbRecord record, Path directory) throws IOException {
        this.record = record;
        this.directory = directory;
        this.file = new BufferedOutputStream(Files.newOutputStream(directory.resolve(record.samplesFile())));
        int signals = record.signals().size();
        this.frame = new short[signals];
        this.first = new short[signals];
        this.checksums = new short[signals];
        this.bytes = ByteBuffer.allocate(Short.BYTES * signals).order(ByteOrder.LITTLE_ENDIAN);
        record.signals().forEach(signal -> places.put(signal.variable(), places.size()));
        Arrays.fill(frame, WfdbSignal.ABSENT);
    }

    /**
     * Adds a value. Values come in the order of their seconds.
     *
     * @param second since 1970
     * @throws IllegalArgumentException when the readings of the stay span more than 60 days
     */
    void add(long second, String variable, double value) {
        begin = begin == Long.MIN_VALUE ? second : begin;
        if (second - begin >= LONGEST.toSeconds()) {
            throw new IllegalArgumentException(
                    "--format wfdb: the readings of stay %s span more than %d days, from %s to %s; narrow --from and --to"
                            .formatted(
                                    record.stay(),
                                    LONGEST.toDays(),
                                    Instant.ofEpochSecond(begin),
                                    Instant.ofEpochSecond(second)));
        }
        while (frames < second - begin) {
            writeFrame();
        }
        int place = Objects.requireNonNull(places.get(variable), variable);
        frame[place] = record.signals().get(place).sample(value);
    }

    private void writeFrame() {
        if (frames == 0) {
            System.arraycopy(frame, 0, first, 0, frame.length);
        }
        bytes.clear();
        for (int signal = 0; signal < frame.length; signal++) {
            bytes.putShort(frame[signal]);
            checksums[signal] += frame[signal];
        }
        Arrays.fill(frame, WfdbSignal.ABSENT);
        frames++;
        try {
            file.write(bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(directory.resolve(record.samplesFile()) + " cannot be written", e);
        }
    }

    /** Writes the last frame and the header. */
    void finish() throws IOException {
        writeFrame();
        file.flush();
        Files.write(
                directory.resolve(record.name() + ".hea"),
                record.header(Instant.ofEpochSecond(begin), frames, first, checksums));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
