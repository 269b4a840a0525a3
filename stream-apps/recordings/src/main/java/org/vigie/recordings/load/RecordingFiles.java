package org.vigie.recordings.load;

import de.siegmar.fastcsv.reader.CsvParseException;
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
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.recordings.csv.MappedCsvReader;
import org.vigie.recordings.datasets.BidmcReader;
import org.vigie.recordings.datasets.MimicIvDemoReader;
import org.vigie.recordings.datasets.Physionet2012Reader;
import org.vigie.recordings.datasets.Physionet2019Reader;
import org.vigie.recordings.edf.EdfReader;
import org.vigie.recordings.io.MemoryMappedFile;
import org.vigie.recordings.io.TextFileDecoder;
import org.vigie.recordings.signal.SignalRecordingBuilder;
import org.vigie.recordings.wfdb.WfdbReader;

/** The recordings of a directory or of one file, by what the files are called. */
public final class RecordingFiles {
    /** Of a data set as large as PhysioNet-2012's not all are read. */
    private static final int MOST = 100;

    private static final long LARGEST_TEXT = 256L << 20;
    private static final String MAPPING = "mapping.csv";

    private RecordingFiles() {}

    /**
     * In the order of the files' names: {@code .hea} WFDB, {@code .edf}, {@code .bdf}, {@code .psv} PhysioNet-2019, {@code .txt}
     * PhysioNet-2012, {@code .csv} with {@code mapping.csv} beside it; or the data sets BIDMC, PhysioNet-2012, MIMIC-IV demo as they
     * are published.
     *
     * @throws MalformedRecordingFile when one of them is not what its name says
     * @throws IllegalArgumentException when there is none
     */
    public static List<StayRecording> load(Path place) throws IOException {
        Optional<List<StayRecording>> set = dataSet(place);
        List<StayRecording> recordings = new ArrayList<>();
        if (set.isPresent()) {
            recordings.addAll(set.get());
        } else {
            for (Path file : playable(place).stream().limit(MOST).toList()) {
                recordings.add(read(file, ZoneId.of("UTC")));
            }
        }
        if (recordings.isEmpty()) {
            throw nothingToPlay(place);
        }
        return recordings;
    }

    /** Where nothing can be played. */
    public static IllegalArgumentException nothingToPlay(Path place) {
        return new IllegalArgumentException(
                place + ": holds no recording that can be played (.hea, .edf, .bdf, .psv, .txt of"
                        + " PhysioNet-2012, .csv with mapping.csv beside it, or a data set's folder)");
    }

    /** A published data set: {@code data} with the sets' folders in it, or such a folder itself; empty when it is none. */
    public static Optional<List<StayRecording>> dataSet(Path place) throws IOException {
        List<StayRecording> recordings = new ArrayList<>();
        Path parent = place.toAbsolutePath().getParent();
        for (Path directory : parent == null ? List.of(place) : List.of(place, parent)) {
            if (recordings.isEmpty()) {
                dataSets(directory, place, recordings);
            }
        }
        return recordings.isEmpty() ? Optional.empty() : Optional.of(recordings);
    }

    private static void dataSets(Path directory, Path place, List<StayRecording> recordings) throws IOException {
        boolean isParent = !directory.equals(place);
        String folder = isParent ? String.valueOf(place.toAbsolutePath().getFileName()) : "";
        if ((!isParent || folder.equals("bidmc")) && BidmcReader.isIn(directory)) {
            recordings.addAll(BidmcReader.read(directory));
        } else if ((!isParent || folder.equals("physionet2012")) && Physionet2012Reader.isIn(directory)) {
            recordings.addAll(Physionet2012Reader.read(directory, 0, MOST));
        } else if ((!isParent || folder.equals("mimic-iv-demo")) && MimicIvDemoReader.isIn(directory)) {
            recordings.addAll(MimicIvDemoReader.read(directory, 0, MOST));
        }
    }

    /** The recordings' files of a directory, or the file itself, unread. Headers of segments are no recordings of their own. */
    public static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return Files.exists(place) && isRecording(place) ? List.of(place) : List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            Set<String> parts = parts(all);
            List<Path> recordings = new ArrayList<>();
            for (Path file : all) {
                if (!parts.contains(file.getFileName().toString()) && isRecording(file)) {
                    recordings.add(file);
                }
            }
            return recordings;
        }
    }

    /** The same without the tables of a directory that nothing maps. */
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

    /** None of a header that cannot be read: it is listed itself, and says so when it is read. */
    private static List<String> partsOf(Path header) throws IOException {
        try {
            return WfdbReader.parts(header);
        } catch (MalformedRecordingFile e) {
            return List.of();
        }
    }

    private static boolean isRecording(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".hea")
                || name.endsWith(".edf")
                || name.endsWith(".bdf")
                || name.endsWith(".psv")
                || (name.endsWith(".csv") && !name.equals(MAPPING))
                || (name.endsWith(".txt") && isPhysionet2012(file));
    }

    private static boolean isPhysionet2012(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(64), StandardCharsets.ISO_8859_1);
            return start.replace("\0", "").contains("Time,Parameter,Value");
        }
    }

    /**
     * Reads one recording's file.
     *
     * @param zone of local times
     * @throws MalformedRecordingFile when nothing of it can be read; the message names it
     */
    public static StayRecording read(Path file, ZoneId zone) throws IOException {
        String name = file.getFileName().toString();
        String lower = name.toLowerCase(Locale.ROOT);
        String id = name.replaceFirst("\\.[^.]*$", "");
        if (lower.endsWith(".hea")) {
            return SignalRecordingBuilder.recording("wfdb", id, WfdbReader.numerics(file), zone);
        } else if (lower.endsWith(".edf") || lower.endsWith(".bdf")) {
            return SignalRecordingBuilder.recording(
                    "edf", id, EdfReader.numerics(name, MemoryMappedFile.of(file)), zone);
        } else if (lower.endsWith(".psv") || lower.endsWith(".txt")) {
            String text = TextFileDecoder.decode(name, bytes(file));
            CsvTables.refuseOpenQuote(name, text, lower.endsWith(".psv") ? '|' : ',');
            try {
                return lower.endsWith(".psv")
                        ? Physionet2019Reader.read(id, text)
                        : Physionet2012Reader.recording(text);
            } catch (CsvParseException | NoSuchElementException e) {
                throw new MalformedRecordingFile(name + ": no table of PhysioNet: " + e.getMessage(), e);
            }
        }
        Path mapping = file.resolveSibling(MAPPING);
        if (!Files.exists(mapping)) {
            throw new MalformedRecordingFile(
                    name + ": needs a mapping.csv beside it that names its columns: column,variable,unit");
        }
        return MappedCsvReader.read(name, bytes(file), TextFileDecoder.decode(MAPPING, bytes(mapping)), zone);
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > LARGEST_TEXT) {
            throw new MalformedRecordingFile(file.getFileName() + ": must have at most " + (LARGEST_TEXT >> 20)
                    + " MB, has " + (Files.size(file) >> 20) + ": split it");
        }
        return Files.readAllBytes(file);
    }
}
