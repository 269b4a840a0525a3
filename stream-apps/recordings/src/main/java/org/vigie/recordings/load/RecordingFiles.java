package org.vigie.recordings.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.wfdb.WfdbReader;

/** Finds the recordings of a directory, or of one file, by the names of the files. */
public final class RecordingFiles {
    /** Largest number of files that are read of one folder. */
    private static final int MOST = 100;

    private static final String MAPPING = RecordingFileReader.MAPPING;
    private static final List<String> NAME_ENDS = List.of(".hea", ".edf", ".bdf", ".psv");

    private RecordingFiles() {}

    /**
     * Reads the recordings in the order of the files' names: {@code .hea} WFDB, {@code .edf}, {@code .bdf}, {@code .psv} PhysioNet-2019, {@code .txt}
     * PhysioNet-2012, {@code .csv} with {@code mapping.csv} beside it; or the data sets BIDMC, PhysioNet-2012, MIMIC-IV demo as they
     * are published.
     *
     * @throws MalformedRecordingFile when one of them is not what its name says
     * @throws IllegalArgumentException when there is no recording
     */
    public static List<StayRecording> load(Path place) throws IOException {
        List<StayRecording> recordings = new ArrayList<>(RecordedDataSets.find(place));
        RecordingFileReader reader = new RecordingFileReader(ZoneId.of("UTC"));
        if (recordings.isEmpty()) {
            for (Path file : playable(place).stream().limit(MOST).toList()) {
                recordings.add(reader.read(file));
            }
        }
        if (recordings.isEmpty()) {
            throw nothingToPlay(place);
        }
        return recordings;
    }

    /** Returns the error of a place that holds nothing that can be played. */
    public static IllegalArgumentException nothingToPlay(Path place) {
        return new IllegalArgumentException(
                place + ": holds no recording that can be played (.hea, .edf, .bdf, .psv, .txt of"
                        + " PhysioNet-2012, .csv with mapping.csv beside it, or a data set's folder)");
    }

    /** Returns the recordings' files of a directory, or the file itself, unread. Headers of segments are no recordings of their own. */
    public static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return Files.exists(place) && isRecording(place) ? List.of(place) : List.of();
        }
        List<Path> all = all(place);
        Set<String> parts = parts(all);
        List<Path> recordings = new ArrayList<>();
        for (Path file : all) {
            if (!parts.contains(file.getFileName().toString()) && isRecording(file)) {
                recordings.add(file);
            }
        }
        return recordings;
    }

    private static List<Path> all(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Returns the recordings' files without the tables of a directory that no mapping describes. */
    public static List<Path> playable(Path place) throws IOException {
        return files(place).stream()
                .filter(file -> file.equals(place)
                        || !file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
                        || Files.exists(file.resolveSibling(MAPPING)))
                .toList();
    }

    private static Set<String> parts(List<Path> files) throws IOException {
        Set<String> parts = new HashSet<>();
        for (Path file : files) {
            if (file.toString().endsWith(".hea")) {
                partsOf(file).forEach(part -> parts.add(part + ".hea"));
            }
        }
        return parts;
    }

    /** Returns no parts for a header that cannot be read. It is listed itself, and its reading gives the error. */
    private static List<String> partsOf(Path header) throws IOException {
        try {
            return WfdbReader.parts(header);
        } catch (MalformedRecordingFile e) {
            return List.of();
        }
    }

    private static boolean isRecording(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return NAME_ENDS.stream().anyMatch(name::endsWith)
                || (name.endsWith(".csv") && !name.equals(MAPPING))
                || (name.endsWith(".txt") && isPhysionet2012(file));
    }

    private static boolean isPhysionet2012(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
            return start.replace("\0", "").contains("Time,Parameter,Value");
        }
    }
}
