package org.vigie.simulator.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.gateway.files.BidmcReader;
import org.vigie.gateway.files.MimicIvDemoReader;
import org.vigie.gateway.files.Physionet2012Reader;
import org.vigie.gateway.files.StayRecording;

/** The recordings to play, by data set: BIDMC, PhysioNet-2012, MIMIC-IV demo, as far as their folders are there. */
public final class RecordingLibrary {
    private static final int STARTS = 20;
    /** Stays of PhysioNet-2012 between one seed's first and the next one's: the archive holds 4,000. */
    private static final int APART = 100;

    private final List<List<StayRecording>> sets;

    private RecordingLibrary(List<List<StayRecording>> sets) {
        this.sets = sets;
    }

    public static RecordingLibrary none() {
        return new RecordingLibrary(List.of());
    }

    /**
     * Reads what {@code beds} beds may need.
     *
     * @param directory with a folder for each data set
     * @param seed chooses where in each data set to begin
     * @throws IllegalArgumentException when no data set is there
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

    /** How many data sets there are. */
    public int sets() {
        return sets.size();
    }

    /** Recording {@code number} of a data set, both from 0. When they run out they come again under another id. */
    public StayRecording get(int set, int number) {
        List<StayRecording> recordings = sets.get(set);
        StayRecording recording = recordings.get(number % recordings.size());
        int round = number / recordings.size();
        return round == 0 ? recording : recording.withId(recording.id() + "-" + (round + 1));
    }
}
