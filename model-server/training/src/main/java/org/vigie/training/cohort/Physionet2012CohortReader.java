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
 * Reads a set of PhysioNet-2012: a folder of {@code <RecordID>.txt}, or a {@code .tar.gz} of one, at any depth. Files with other names are
 * ignored, including the {@code ._<RecordID>.txt} that macOS adds.
 */
public final class Physionet2012CohortReader {
    private static final Pattern FILE = Pattern.compile("(?:.*/)?(\\d{1,9})\\.(?:txt|csv)", Pattern.CASE_INSENSITIVE);

    private final Map<UnusedRowReason, Integer> faults = new EnumMap<>(UnusedRowReason.class);
    private final Map<Integer, RecordedStay> recordings = new TreeMap<>();

    private Physionet2012CohortReader() {}

    /** @throws IOException when the set does not exist, cannot be read, holds no stay, or holds one twice */
    public static Cohort read(String name, Path set) throws IOException {
        var reader = new Physionet2012CohortReader();
        new CohortFiles(set).forEach(reader::file);
        if (reader.recordings.isEmpty()) {
            throw new IOException(set + " holds no stay (<RecordID>.txt)");
        }
        return new Cohort(name, List.copyOf(reader.recordings.values()), reader.faults);
    }

    /** Reads one stay. */
    static RecordedStay stay(int id, String text) {
        return new Physionet2012StayFile(id, new EnumMap<>(UnusedRowReason.class)).read(text);
    }

    private void file(String name, byte[] content) throws IOException {
        Matcher matcher = FILE.matcher(name);
        if (!matcher.matches()) {
            return;
        }
        int id = Integer.parseInt(matcher.group(1));
        String text = new String(content, StandardCharsets.UTF_8);
        if (recordings.put(id, new Physionet2012StayFile(id, faults).read(text)) != null) {
            throw new IOException(name + ": stay " + id + " is there twice");
        }
    }
}
