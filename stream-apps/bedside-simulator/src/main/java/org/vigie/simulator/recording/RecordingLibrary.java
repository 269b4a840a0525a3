package org.vigie.simulator.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.datasets.BidmcReader;
import org.vigie.recordings.datasets.MimicIvDemoReader;
import org.vigie.recordings.datasets.Physionet2012Reader;

/** Loads the recordings to play, by data set: BIDMC, PhysioNet-2012 and MIMIC-IV demo, if their folders exist. */
public final class RecordingLibrary {
    private static final int STARTS = 20;
    /** Number of stays of PhysioNet-2012 between the first stays of two consecutive seeds. The archive holds 4,000. */
    private static final int APART = 100;

    private final List<List<StayRecording>> sets;

    private RecordingLibrary(List<List<StayRecording>> sets) {
        this.sets = sets;
    }

    public static RecordingLibrary none() {
        return new RecordingLibrary(List.of());
    }

    /**
     * Reads as many recordings as {@code beds} beds may need.
     *
     * @param directory directory with a folder for each data set
     * @param seed chooses the first recording of each data set
     * @throws IllegalArgumentException when the directory holds no data set
     */
    public static RecordingLibrary load(Path directory, int beds, long seed) {
        int start = Math.floorMod(seed, STARTS);
        List<List<StayRecording>> sets = new ArrayList<>();
        try {
            if (BidmcReader.isIn(directory)) {
                sets.add(rotated(BidmcReader.read(directory), start));
            }
            if (Physionet2012Reader.isIn(directory)) {
                sets.add(Physionet2012Reader.read(directory, start * APART, beds));
            }
            if (MimicIvDemoReader.isIn(directory)) {
                sets.add(MimicIvDemoReader.read(directory, start, beds));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("recordings: " + directory + " cannot be read", e);
        }
        if (sets.isEmpty()) {
            throw new IllegalArgumentException(
                    "recordings: must hold bidmc, physionet2012 or mimic-iv-demo, was " + directory);
        }
        return new RecordingLibrary(sets);
    }

    private static List<StayRecording> rotated(List<StayRecording> recordings, int by) {
        List<StayRecording> rotated = new ArrayList<>(recordings.subList(by, recordings.size()));
        rotated.addAll(recordings.subList(0, by));
        return rotated;
    }

    /** Returns the number of data sets. */
    public int sets() {
        return sets.size();
    }

    /** Returns a recording of a data set, both numbered from 0. After the last recording the first one follows again under another id. */
    public StayRecording get(int set, int number) {
        List<StayRecording> recordings = sets.get(set);
        StayRecording recording = recordings.get(number % recordings.size());
        int round = number / recordings.size();
        return round == 0 ? recording : recording.withId(recording.id() + "-" + (round + 1));
    }
}
