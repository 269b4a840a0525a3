package org.vigie.recordings.wfdb;

import java.util.ArrayList;
import java.util.List;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.signal.SampledSignal;
import org.vigie.recordings.signal.SignalRecordingBuilder;

/** Collects the signals of a record in physical units, up to the largest number of samples. Unwanted signals are left out. */
final class WfdbSignalCollector {
    private final boolean withWaveforms;
    private final LeftOutCollector leftOut;
    private final List<SampledSignal> signals = new ArrayList<>();
    private long samplesLeft = SampledSignal.MOST_SAMPLES;

    WfdbSignalCollector(boolean withWaveforms, LeftOutCollector leftOut) {
        this.withWaveforms = withWaveforms;
        this.leftOut = leftOut;
    }

    /**
     * Describes the part of a recording that one header describes.
     *
     * @param start seconds from the start of the recording
     * @param mostFrames the number of frames that are read at most
     */
    record WfdbSpan(double start, long mostFrames) {}

    List<SampledSignal> signals() {
        return List.copyOf(signals);
    }

    /** Adds the signals that share one file. */
    void add(WfdbHeader header, WfdbSpan span, WfdbFrames frames) throws MalformedRecordingFile {
        reportLongerFile(header.frames(), frames);
        long promised = Math.min(span.mostFrames(), header.frames() == 0 ? frames.count() : header.frames());
        String earlyEnd = frames.earlyEnd(promised);
        int count = (int) Math.min(promised, frames.count());
        for (int i = 0; i < frames.lines().size(); i++) {
            WfdbSignalLine line = frames.lines().get(i);
            double hertz = header.hertz() * line.layout().perFrame();
            if (isWanted(line, hertz)) {
                reserve(line, count);
                signals.add(line.sampled(hertz, span.start(), frames.values(i, count)));
            }
            if (!earlyEnd.isEmpty()) {
                leftOut.add(line.name(), earlyEnd);
            }
        }
    }

    private void reportLongerFile(long promised, WfdbFrames frames) {
        if (promised > 0 && promised < frames.count()) {
            long rest = frames.count() - promised;
            leftOut.add(
                    "",
                    frames.file() + " is longer than promised: " + promised + " frames are read, " + rest
                            + " behind them are not");
        }
    }

    /** Returns true when a signal is read. Reports the reason when it is not. */
    private boolean isWanted(WfdbSignalLine line, double hertz) {
        String fault = line.calibration().fault();
        if (fault.isEmpty() && !withWaveforms && SampledSignal.isWaveform(hertz)) {
            fault = SignalRecordingBuilder.waveform(hertz);
        }
        if (!fault.isEmpty()) {
            leftOut.add(line.name(), fault);
        }
        return fault.isEmpty();
    }

    private void reserve(WfdbSignalLine line, int frames) throws MalformedRecordingFile {
        samplesLeft -= (long) frames * line.layout().perFrame();
        if (samplesLeft < 0) {
            throw new MalformedRecordingFile(line.file() + ": a record must have at most " + SampledSignal.MOST_SAMPLES
                    + " samples to read, has more");
        }
    }
}
