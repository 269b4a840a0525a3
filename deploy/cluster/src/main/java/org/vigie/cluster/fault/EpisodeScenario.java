package org.vigie.cluster.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the table of a ward in which each patient deteriorates again and again, one after the other, so that at any moment some alarm is
 * about to be raised.
 */
record EpisodeScenario(int beds) {
    private static final List<String> SCRIPTS = List.of(
            "desaturation",
            "extreme-tachycardia",
            "systolic-hypotension",
            "tachypnoea",
            "extreme-bradycardia",
            "systolic-hypertension");
    /** A script takes 100 to 110 s, and its alarm clears 2 min later. */
    private static final int EVERY_S = 300;

    private static final int FIRST_S = 2;
    private static final int APART_S = 20;

    /** Writes the table into a folder and returns its file. */
    Path write(Path folder) {
        List<String> rows = new ArrayList<>(List.of("patient,at_s,every_s,script"));
        IntStream.range(0, beds).mapToObj(this::row).forEach(rows::add);
        try {
            return Files.write(folder.resolve("episodes.csv"), rows);
        } catch (IOException e) {
            throw new UncheckedIOException("The table of episodes cannot be written into " + folder, e);
        }
    }

    private String row(int place) {
        int at = FIRST_S + place * Math.min(APART_S, EVERY_S / beds);
        return "%d,%d,%d,%s".formatted(place + 1, at, EVERY_S, SCRIPTS.get(place % SCRIPTS.size()));
    }
}
