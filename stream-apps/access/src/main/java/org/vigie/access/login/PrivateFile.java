package org.vigie.access.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Keeps a text that only the owner of this process can read: mode 0600 in a folder of mode 0700. */
public final class PrivateFile {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path file;

    public PrivateFile(Path file) {
        this.file = file;
    }

    /**
     * Returns the text; empty when there is no file.
     *
     * @throws IllegalStateException when somebody else than the owner may read the file
     */
    public Optional<String> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            requireOwner(Files.getPosixFilePermissions(file));
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private void requireOwner(Set<PosixFilePermission> mode) {
        Set<PosixFilePermission> others = EnumSet.copyOf(mode);
        others.removeAll(OWNER);
        if (!others.isEmpty()) {
            throw new IllegalStateException(file + ": holds secrets and must have mode 0600, but also allows " + others
                    + "; run chmod 600 on it and replace its secrets");
        }
    }

    /** Writes the text in place of what the file held. A reader never sees a part of it. */
    public void write(String text) {
        Path folder = file.toAbsolutePath().getParent();
        Path fresh = folder.resolve(file.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, OWNERS_FOLDER);
            writeNew(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static void writeNew(Path fresh, String text) throws IOException {
        Files.deleteIfExists(fresh);
        var privately = PosixFilePermissions.asFileAttribute(OWNER);
        try (var channel = Files.newByteChannel(
                fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), privately)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
