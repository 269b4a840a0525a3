package org.vigie.simulator.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.gateway.files.Bidmc;
import org.vigie.gateway.files.MimicIvDemo;
import org.vigie.gateway.files.Physionet2012;
import org.vigie.gateway.files.Recording;

/** The recordings to play, by data set: BIDMC, PhysioNet-2012, MIMIC-IV demo, as far as their folders are there. */
public final class Recordings {
    private static final int STARTS = 20;
    /** Stays of PhysioNet-2012 between one seed's first and the next one's: the archive holds 4,000. */
    private static final int APART = 100;

    private final List<List<Recording>> sets;

    private Recordings(List<List<Recording>> sets) {
        this.sets = sets;
    }

    public static Recordings none() {
        return new Recordings(List.of());
    }

    /**
     * Reads what {@code beds} beds may need.
     *
     * @param directory with a folder for each data set
     * @param seed chooses where in each data set to begin
     * @throws IllegalArgumentException when no data set is there
     */
    public static Recordings in(Path directory, int beds, long seed) {
        int start = Math.floorMod(seed, STARTS);
        List<List<Recording>> sets = new ArrayList<>();
        try {
            if (Bidmc.isIn(directory)) {
                sets.add(rotated(Bidmc.read(directory), start));
            }
            if (Physionet2012.isIn(directory)) {
                sets.add(Physionet2012.read(directory, start * APART, beds));
            }
            if (MimicIvDemo.isIn(directory)) {
                sets.add(MimicIvDemo.read(directory, start, beds));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("recordings: " + directory + " cannot be read", e);
        }
        if (sets.isEmpty()) {
            throw new IllegalArgumentException(
                    "recordings: must hold bidmc, physionet2012 or mimic-iv-demo, was " + directory);
        }
        return new Recordings(sets);
    }

    private static List<Recording> rotated(List<Recording> recordings, int by) {
        List<Recording> rotated = new ArrayList<>(recordings.subList(by, recordings.size()));
        rotated.addAll(recordings.subList(0, by));
        return rotated;
    }

    /** How many data sets there are. */
    public int sets() {
        return sets.size();
    }

    /** Recording {@code number} of a data set, both from 0. When they run out they come again under another id. */
    public Recording get(int set, int number) {
        List<Recording> recordings = sets.get(set);
        Recording recording = recordings.get(number % recordings.size());
        int round = number / recordings.size();
        return round == 0 ? recording : recording.as(recording.id() + "-" + (round + 1));
    }
}
