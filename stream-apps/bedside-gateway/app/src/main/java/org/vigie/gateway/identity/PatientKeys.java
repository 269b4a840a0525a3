package org.vigie.gateway.identity;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Holds one key for each patient, in a file named after the pseudonym. Without its key, what was sealed for a patient cannot be read by
 * anybody. Safe for several threads.
 */
public final class PatientKeys {
    private static final Pattern PSEUDONYM = Pattern.compile("p-[0-9a-f]{24}");

    private final Path folder;
    private final Map<String, Aead> opened = new ConcurrentHashMap<>();

    PatientKeys(Path folder) {
        this.folder = folder;
    }

    /** Returns the key of a patient and makes one when there is none. */
    synchronized Aead of(String pseudonym) {
        return existing(pseudonym).orElseGet(() -> open(pseudonym));
    }

    /** Returns the key of a patient; empty when it was destroyed or never made. */
    Optional<Aead> existing(String pseudonym) {
        if (!Files.exists(file(pseudonym))) {
            opened.remove(pseudonym);
            return Optional.empty();
        }
        return Optional.of(opened.computeIfAbsent(pseudonym, this::open));
    }

    /** Overwrites and deletes the key of a patient. Returns false when there is none. */
    public synchronized boolean destroy(String pseudonym) {
        Path file = file(pseudonym);
        opened.remove(pseudonym);
        try {
            if (!Files.exists(file)) {
                return false;
            }
            Files.write(file, new byte[(int) Files.size(file)], StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.delete(file);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("keys: " + file + " cannot be destroyed", e);
        }
    }

    private Aead open(String pseudonym) {
        try {
            Files.createDirectories(folder);
            return GatewayKeysets.readOrMake(file(pseudonym), GatewayKeysets.SEALING)
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException e) {
            throw new UncheckedIOException("keys: " + file(pseudonym) + " cannot be read or written", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys: " + file(pseudonym) + " cannot be used", e);
        }
    }

    private Path file(String pseudonym) {
        if (!PSEUDONYM.matcher(pseudonym).matches()) {
            throw new IllegalArgumentException("patient: must be a pseudonym p-<24 hex digits>");
        }
        return folder.resolve(pseudonym + ".json");
    }
}
