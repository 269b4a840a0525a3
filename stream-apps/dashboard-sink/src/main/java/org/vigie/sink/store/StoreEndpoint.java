package org.vigie.sink.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * Names the address of the store and the account for it. The record itself holds no secret.
 *
 * @param url base address of QuestDB's HTTP interface
 * @param user who may create tables and write rows
 * @param passwordFile holds that user's password; none: the store asks for no password
 */
public record StoreEndpoint(String url, String user, Optional<Path> passwordFile) {
    /**
     * Value of the header {@code Authorization}; empty when there is no password.
     *
     * @throws IllegalStateException when the file cannot be read
     */
    public Optional<String> authorization() {
        return passwordFile.map(file -> {
            String login = user + ":" + read(file);
            return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException("storePasswordFile: must be a file that can be read, was " + file, e);
        }
    }
}
