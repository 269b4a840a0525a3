package org.vigie.training.cohort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a set of the PhysioNet/CinC Challenge 2019 (Reyna 2020): a folder of {@code pNNNNNN.psv}, or a {@code .tar.gz} of one, at any
 * depth. The set does not label deaths.
 */
public final class Physionet2019CohortReader {
    private static final Pattern FILE = Pattern.compile("(?:.*/)?p(\\d{1,9})\\.psv");

    private final Map<UnusedRowReason, Integer> faults = new EnumMap<>(UnusedRowReason.class);
    private final Map<Integer, SepsisStay> stays = new TreeMap<>();

    private Physionet2019CohortReader() {}

    /** @throws IOException when the set does not exist, cannot be read, or holds no stay */
    public static SepsisCohort read(String name, Path set) throws IOException {
        var reader = new Physionet2019CohortReader();
        new CohortFiles(set).forEach(reader::file);
        if (reader.stays.isEmpty()) {
            throw new IOException(set + " holds no stay (pNNNNNN.psv)");
        }
        return new SepsisCohort(name, List.copyOf(reader.stays.values()), reader.faults);
    }

    private void file(String name, byte[] content) {
        Matcher matcher = FILE.matcher(name);
        if (matcher.matches()) {
            int id = Integer.parseInt(matcher.group(1));
            stays.put(id, new Physionet2019StayFile(id, faults).read(new String(content, StandardCharsets.US_ASCII)));
        }
    }
}
