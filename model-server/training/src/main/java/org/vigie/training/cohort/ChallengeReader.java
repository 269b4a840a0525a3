package org.vigie.training.cohort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a set of PhysioNet-2012: a folder of {@code <RecordID>.txt}, or a {@code .tar.gz} of one. */
public final class ChallengeReader {
    private static final Pattern FILE = Pattern.compile("(?:.*/)?(\\d+)\\.txt");

    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final List<Recording> recordings = new ArrayList<>();

    private ChallengeReader() {}

    /** @throws IOException when there is no such set, or it holds no stay */
    public static Cohort read(String name, Path set) throws IOException {
        if (!Files.exists(set)) {
            throw new IOException(set + ": no such set");
        }
        var reader = new ChallengeReader();
        if (Files.isDirectory(set)) {
            reader.folder(set);
        } else {
            TarFile.read(set, reader::file);
        }
        if (reader.recordings.isEmpty()) {
            throw new IOException(set + " holds no stay (<RecordID>.txt)");
        }
        reader.recordings.sort(Comparator.comparingInt(Recording::id));
        return new Cohort(name, reader.recordings, reader.faults);
    }

    private void folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                file(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    private void file(String name, byte[] content) {
        Matcher id = FILE.matcher(name);
        if (id.matches()) {
            String text = new String(content, StandardCharsets.US_ASCII);
            recordings.add(new ChallengeFile(Integer.parseInt(id.group(1)), faults).read(text));
        }
    }
}
