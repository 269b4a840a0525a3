package org.vigie.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lists the files of a backup with their digests.
 *
 * @param files in the order of their paths
 */
record BackupManifest(List<BackupFile> files) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "manifest.json";

    BackupManifest {
        files = List.copyOf(files);
    }

    /** @throws WardStartException when the folder holds no backup */
    static BackupManifest in(Path backup) throws IOException {
        Path file = backup.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new WardStartException(
                    backup + " holds no backup: " + NAME + " is missing; name the folder that 'vigie backup' wrote.");
        }
        return new BackupManifest(JSON.readValue(file.toFile(), new TypeReference<List<BackupFile>>() {}));
    }

    /** Writes the list last, so that a backup that was interrupted is none. */
    void writeTo(Path backup) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(backup.resolve(NAME).toFile(), files);
    }

    long bytes() {
        return files.stream().mapToLong(BackupFile::bytes).sum();
    }
}
