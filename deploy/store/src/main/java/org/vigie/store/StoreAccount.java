package org.vigie.store;

import static org.vigie.store.StoreException.StoreErrorCode.DIRECTORY_DAMAGED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * Names a user of the store and the file with the password, which only the owner of this process can read. The record itself holds no
 * secret.
 *
 * @param user name in the store
 * @param passwordFile in the store's directory
 */
public record StoreAccount(String user, Path passwordFile) {
    private static final String ADMIN = "admin";
    private static final String READER = "reader";
    private static final int PASSWORD_BYTES = 24;

    /** Returns the account that may do everything, for programs that write. */
    public static StoreAccount admin(Path storeDir) {
        return in(storeDir, ADMIN);
    }

    /** Returns the account that may only select, for dashboards and analysts. */
    public static StoreAccount reader(Path storeDir) {
        return in(storeDir, READER);
    }

    private static StoreAccount in(Path storeDir, String user) {
        return new StoreAccount(user, storeDir.resolve("passwords").resolve(user));
    }

    /** @throws StoreException when the file cannot be read */
    public String password() {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new StoreException(
                    DIRECTORY_DAMAGED,
                    "The password of the store's user " + user + " cannot be read from " + passwordFile
                            + ": start the store once, or choose its directory.",
                    e);
        }
    }

    /** Returns the value of the header {@code Authorization}. */
    public String authorization() {
        byte[] login = (user + ":" + password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    /** Creates the password when there is none or an empty one. */
    void create() throws IOException {
        Path folder = passwordFile.getParent();
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (!Files.exists(passwordFile) || password().isEmpty()) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            writePrivate(passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
    }

    /** Replaces a file by one that only the owner could ever read. */
    static void writePrivate(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        var privately = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), privately)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
        }
    }
}
