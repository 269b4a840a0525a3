package org.vigie.training.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Copies the stays with the lowest RecordIDs out of a set, so that a test does not clean thousands of stays for a few. */
public final class FirstStays {
    private FirstStays() {}

    /** Copies so many stays to a folder, which {@link Physionet2012CohortReader} reads. */
    public static void copy(Path set, int stays, Path folder) throws IOException {
        TreeMap<String, byte[]> first = new TreeMap<>();
        new CohortFiles(set).forEach((name, content) -> {
            first.put(Path.of(name).getFileName().toString(), content);
            if (first.size() > stays) {
                first.pollLastEntry();
            }
        });
        for (Map.Entry<String, byte[]> stay : first.entrySet()) {
            Files.write(folder.resolve(stay.getKey()), stay.getValue());
        }
    }
}
