package org.vigie.gateway.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The recordings of a directory or of one file, by what the files are called. */
public final class RecordedFiles {
    /** Of a data set as large as PhysioNet-2012's not all are read. */
    private static final int MOST = 100;

    private static final String MAPPING = "mapping.csv";

    private RecordedFiles() {}

    /**
     * In the order of the files' names: {@code .hea} WFDB, {@code .edf}, {@code .psv} PhysioNet-2019, {@code .txt} PhysioNet-2012,
     * {@code .csv} with {@code mapping.csv} beside it; or the data sets BIDMC, PhysioNet-2012, MIMIC-IV demo as they are published.
     *
     * @throws MalformedFile when one of them is not what its name says
     * @throws IllegalArgumentException when there is none
     */
    public static List<Recording> in(Path place) throws IOException {
        List<Recording> recordings = new ArrayList<>();
        for (Path directory : place.toAbsolutePath().getParent() == null
                ? List.of(place)
                : List.of(place, place.toAbsolutePath().getParent())) {
            if (recordings.isEmpty()) {
                dataSets(directory, place, recordings);
            }
        }
        if (recordings.isEmpty()) {
            try (Stream<Path> files = Files.isDirectory(place) ? Files.list(place) : Stream.of(place)) {
                List<Path> all = files.sorted().limit(MOST).toList();
                Set<String> parts = parts(all);
                for (Path file : all) {
                    if (!parts.contains(file.getFileName().toString())) {
                        file(file, recordings);
                    }
                }
            }
        }
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException(place + ": holds no recording that can be played");
        }
        return recordings;
    }

    /** {@code data} with the sets' folders in it, or such a folder itself. */
    private static void dataSets(Path directory, Path place, List<Recording> recordings) throws IOException {
        boolean isParent = !directory.equals(place);
        String folder = isParent ? String.valueOf(place.toAbsolutePath().getFileName()) : "";
        if ((!isParent || folder.equals("bidmc")) && Bidmc.isIn(directory)) {
            recordings.addAll(Bidmc.read(directory));
        } else if ((!isParent || folder.equals("physionet2012")) && Physionet2012.isIn(directory)) {
            recordings.addAll(Physionet2012.read(directory, 0, MOST));
        } else if ((!isParent || folder.equals("mimic-iv-demo")) && MimicIvDemo.isIn(directory)) {
            recordings.addAll(MimicIvDemo.read(directory, 0, MOST));
        }
    }

    /** Headers of segments are no recordings of their own. */
    private static Set<String> parts(List<Path> files) throws IOException {
        Set<String> parts = new HashSet<>();
        for (Path file : files) {
            if (file.toString().endsWith(".hea")) {
                Wfdb.parts(file).forEach(part -> parts.add(part + ".hea"));
            }
        }
        return parts;
    }

    private static void file(Path file, List<Recording> recordings) throws IOException {
        String name = file.getFileName().toString();
        String lower = name.toLowerCase(Locale.ROOT);
        String id = name.replaceFirst("\\.[^.]*$", "");
        if (lower.endsWith(".hea")) {
            recordings.add(SignalRows.recording("wfdb", id, Wfdb.read(file)));
        } else if (lower.endsWith(".edf")) {
            recordings.add(SignalRows.recording("edf", id, Edf.read(name, Files.readAllBytes(file))));
        } else if (lower.endsWith(".psv")) {
            recordings.add(Physionet2019.read(id, text(file)));
        } else if (lower.endsWith(".txt") && text(file).startsWith("Time,Parameter,Value")) {
            recordings.add(Physionet2012.recording(text(file)));
        } else if (lower.endsWith(".csv") && !lower.equals(MAPPING) && Files.exists(file.resolveSibling(MAPPING))) {
            recordings.add(MappedCsv.read(name, text(file), text(file.resolveSibling(MAPPING))));
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
