package org.vigie.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Keeps in a restored data directory that it was restored, until the ward's next start has recorded it in the audit trail. No broker runs
 * while a backup is copied.
 *
 * @param data data directory of the ward
 */
public record RestoreNote(Path data) {
    private static final String NAME = "restored";

    /** Adds one restoration. An earlier one that no start has recorded came with the backup. */
    void write(Path backup, BackupManifest restored, Instant at) throws IOException {
        String line = "restored at %s by account %s from %s: %d files with %d bytes%n"
                .formatted(
                        at,
                        System.getProperty("user.name", ""),
                        backup.toAbsolutePath().normalize(),
                        restored.files().size(),
                        restored.bytes());
        Files.writeString(file(), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * Records what was restored, and forgets it when the broker has the event.
     *
     * @param audit takes the text for the event, and what is done when the broker has it
     */
    public void record(BiConsumer<String, Runnable> audit) {
        try {
            if (Files.exists(file())) {
                String text = String.join("; ", Files.readAllLines(file()));
                audit.accept(text, this::forget);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file() + " cannot be read", e);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(file() + " cannot be deleted", e);
        }
    }

    private Path file() {
        return data.resolve(NAME);
    }
}
