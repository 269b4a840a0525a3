package org.vigie.access.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.access.UnitScope;

/**
 * Reads the tokens of programs from a folder. A file is named after its program and holds one line: the token, the role and the units,
 * {@code 5mJ…qs service REA,CARDIO}.
 */
public final class ApiTokens {
    private static final Logger LOG = LoggerFactory.getLogger(ApiTokens.class);
    private static final String BEARER = "Bearer ";
    private static final long YOUNG_MS = 2_000;

    private final Path folder;
    private Map<String, Principal> byDigest = Map.of();
    private FileTime read = FileTime.fromMillis(-1);

    /**
     * Reads the folder, and reads it again when a file came or went.
     *
     * @throws IllegalArgumentException when a file holds another text, with its name
     */
    public ApiTokens(Path folder) {
        this.folder = folder;
        try {
            refresh();
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
            forget();
        }
        return new SecretText(kept.read().orElseThrow().split(" ", 2)[0]);
    }

    /** @param authorization value of the header; empty when the request has none */
    public synchronized Optional<Principal> principal(String authorization) {
        if (!authorization.startsWith(BEARER)) {
            return Optional.empty();
        }
        try {
            refresh();
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            LOG.error("The API tokens in {} were changed and cannot be read; those of before count", folder, e);
        }
        String digest = new SecretText(authorization.substring(BEARER.length())).digest();
        return Optional.ofNullable(byDigest.get(digest));
    }

    private synchronized void forget() {
        read = FileTime.fromMillis(-1);
    }

    /** Reads the folder when its time changed. A change a moment later may have the same time, so a young time is not trusted. */
    private synchronized void refresh() throws IOException {
        FileTime changed = Files.isDirectory(folder) ? Files.getLastModifiedTime(folder) : read;
        boolean isYoung = System.currentTimeMillis() - changed.toMillis() < YOUNG_MS;
        if (Files.isDirectory(folder) && (isYoung || !changed.equals(read))) {
            read = changed;
            byDigest = tokens();
        }
    }

    private Map<String, Principal> tokens() throws IOException {
        Map<String, Principal> found = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> !file.toString().endsWith(".new"))
                    .forEach(file -> found.put(parts(file)[0], principal(file)));
        }
        return found;
    }

    /** Returns the digest of the token, the role and the units. */
    private static String[] parts(Path file) {
        String[] parts = new PrivateFile(file).read().orElse("").strip().split("\\s+", -1);
        if (parts.length != 3 || AccessRole.named(parts[1]).isEmpty()) {
            throw new IllegalArgumentException(
                    file + ": must hold a token, a role and units separated by commas, for example"
                            + " '5mJqs service REA,CARDIO'");
        }
        parts[0] = new SecretText(parts[0]).digest();
        return parts;
    }

    private static Principal principal(Path file) {
        String[] parts = parts(file);
        Set<String> units = Stream.of(parts[2].split(",", -1)).collect(Collectors.toSet());
        String program = file.getFileName().toString();
        return new Principal(program, program, Set.of(AccessRole.named(parts[1]).orElseThrow()), new UnitScope(units));
    }
}
