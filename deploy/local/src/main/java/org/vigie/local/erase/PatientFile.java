package org.vigie.local.erase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a file of an archive or of an export, and writes it again without a patient. */
interface PatientFile {
    /** Names the field with the stays of a bed. */
    String STAYS = "stays";

    /** Returns the files below folders by their name; a file of another kind holds no records. */
    static SortedMap<Path, PatientFile> below(List<Path> folders) throws IOException {
        SortedMap<Path, PatientFile> below = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile).forEach(file -> of(file).ifPresent(read -> below.put(file, read)));
            }
        }
        return below;
    }

    private static Optional<PatientFile> of(Path file) {
        if (file.toString().endsWith(".avro")) {
            return Optional.of(new AvroPatientFile(file));
        }
        return file.toString().endsWith(".parquet") ? Optional.of(new ParquetPatientFile(file)) : Optional.empty();
    }

    /** Returns the stays of beds that the file lists, as JSON: one array for each record; none when it lists no stays. */
    List<String> stayLists() throws IOException;

    /** Returns true when the patient's stays may be known from this file. */
    boolean isStayList() throws IOException;

    /** Removes the patient's records and returns how many there were. */
    long remove(ErasedPatient patient) throws IOException;

    /** Returns the name under which the new file is written. */
    static Path fresh(Path file) {
        return file.resolveSibling(file.getFileName() + ".erased");
    }

    /** Puts the new file in the place of the old one when records were removed. */
    static long replaced(Path file, long removed) throws IOException {
        if (removed == 0) {
            Files.delete(fresh(file));
        } else {
            Files.move(fresh(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return removed;
    }
}
