package org.vigie.access.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;

/**
 * Reads the tokens of programs from a folder. A file is named after its program and holds one line: the token, the role and the units,
 * {@code 5mJ…qs service REA,CARDIO}.
 *
 * <p>A file that is broken after the start proves nobody. It does not keep another token alive.
 */
public final class ApiTokens {
    private static final Logger LOG = LoggerFactory.getLogger(ApiTokens.class);
    private static final String BEARER = "Bearer ";
    private static final long YOUNG_MS = 2_000;

    private final Path folder;
    private final ApiTokenFolder files;
    private Map<String, Principal> byDigest = new HashMap<>();
    private Map<Path, FileTime> read = Map.of();

    /**
     * Reads the folder, and reads it again when a file came, went or was written.
     *
     * @throws IllegalArgumentException when a file holds another text, with its name
     */
    public ApiTokens(Path folder) {
        this.folder = folder;
        this.files = new ApiTokenFolder(folder);
        try {
            read = files.written();
            read.keySet().forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    /** Returns the token of a program of this ward, and makes one when there is none. */
    public SecretText own(String program, AccessRole role) {
        return own(program, role, UnitScope.everyUnit());
    }

    /** Returns the token of a program for some units, and makes one when there is none. */
    public SecretText own(String program, AccessRole role, UnitScope units) {
        var kept = new PrivateFile(folder.resolve(program));
        if (kept.read().isEmpty()) {
            String scope = String.join(",", new TreeSet<>(units.units()));
            kept.write(SecretText.random().reveal() + " " + role.word() + " " + scope + "\n");
        }
        return new SecretText(kept.read().orElseThrow().split(" ", 2)[0]);
    }

    /** @param authorization value of the header; empty when the request has none */
    public synchronized Optional<Principal> principal(String authorization) {
        if (!authorization.startsWith(BEARER)) {
            return Optional.empty();
        }
        refresh();
        String digest = new SecretText(authorization.substring(BEARER.length())).digest();
        return Optional.ofNullable(byDigest.get(digest));
    }

    /** Reads the files again when one changed. A change a moment later may have the same time, so a young time is not trusted. */
    private void refresh() {
        try {
            Map<Path, FileTime> now = files.written();
            if (!now.equals(read) || now.values().stream().anyMatch(ApiTokens::isYoung)) {
                byDigest = new HashMap<>();
                now.keySet().forEach(this::addReadable);
                read = now;
            }
        } catch (IOException | DirectoryIteratorException e) {
            byDigest = Map.of();
            read = Map.of();
            LOG.error("TOKENS_UNREADABLE: {} cannot be read; no API token counts until it can", folder, e);
        }
    }

    private static boolean isYoung(FileTime written) {
        return System.currentTimeMillis() - written.toMillis() < YOUNG_MS;
    }

    private void addReadable(Path file) {
        try {
            add(file);
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            LOG.error("TOKEN_UNREADABLE: {} cannot be used; its program is refused until it can", file, e);
        }
    }

    private void add(Path file) {
        ApiTokenFile token = ApiTokenFile.of(file);
        byDigest.put(token.digest(), token.program());
    }
}
