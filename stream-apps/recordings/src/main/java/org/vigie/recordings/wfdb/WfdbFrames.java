package org.vigie.recordings.wfdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.io.MemoryMappedFile;

/**
 * Reads the frames of one signal file. A frame holds the samples of all signals of the file at one time.
 *
 * @param file name of the file
 * @param lines the signals of the file, in the order in which their samples stand in a frame
 */
record WfdbFrames(String file, WfdbSamples samples, List<WfdbSignalLine> lines) {
    /** @throws MalformedRecordingFile when the signals of the file have different formats */
    static WfdbFrames open(Path file, List<WfdbSignalLine> lines) throws IOException {
        WfdbSignalLine.WfdbSampleLayout layout = lines.get(0).layout();
        if (lines.stream().anyMatch(line -> line.layout().format() != layout.format())) {
            throw new MalformedRecordingFile(file + ": its signals must have one format");
        }
        WfdbSamples samples =
                WfdbSamples.of(file.toString(), layout.format(), MemoryMappedFile.of(file), layout.offset());
        return new WfdbFrames(String.valueOf(file.getFileName()), samples, lines);
    }

    private int samplesPerFrame() {
        return samplesBefore(lines.size());
    }

    /** Returns how many samples of a frame stand before those of a signal. */
    private int samplesBefore(int signal) {
        return lines.subList(0, signal).stream()
                .mapToInt(line -> line.layout().perFrame())
                .sum();
    }

    /** Returns the number of whole frames in the file. */
    long count() {
        return samples.count() / samplesPerFrame();
    }

    /** Returns how the file ends before its time. Empty when it holds all that is promised. */
    String earlyEnd(long promised) {
        if (promised > count()) {
            return file + " ends early: " + promised + " frames are promised, it holds " + count();
        }
        boolean isCut = samples.count() % samplesPerFrame() != 0 && promised == count();
        return isCut ? file + " ends within frame " + (count() + 1) : "";
    }

    /**
     * Returns the physical values of a signal.
     *
     * @param signal the place of the signal among those of the file
     * @param frames how many frames are read
     */
    double[] values(int signal, int frames) {
        WfdbSignalLine line = lines.get(signal);
        int perFrame = line.layout().perFrame();
        int allPerFrame = samplesPerFrame();
        int before = samplesBefore(signal);
        double[] values = new double[frames * perFrame];
        for (int i = 0; i < values.length; i++) {
            int digital = samples.at(i / perFrame * allPerFrame + before + i % perFrame);
            values[i] = line.calibration().physical(digital);
        }
        return values;
    }
}
