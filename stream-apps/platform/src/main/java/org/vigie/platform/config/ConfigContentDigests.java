package org.vigie.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes digests of what a configuration hides or only names: its secrets, and the contents of its files. Two digests show that a content
 * changed. They have a key, because a plain digest of a PIN or a short password can be found by trying all of them.
 */
public final class ConfigContentDigests {
    private static final long MOST_BYTES = 1 << 20;
    private static final int SHOWN_BYTES = 8;
    /** Ends the key of a folder with a file for each token. */
    private static final String TOKENS = "tokens";

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretReferences references = SecretReferences.ofProcess();
    private final SecretKeySpec key;
    private final Map<String, String> digests = new TreeMap<>();

    private ConfigContentDigests(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Returns a digest by key for each secret that is set, be it by the name of its file or variable, and each file of at most 1 MiB that a
     * key names. Secrets that a command prints have none.
     *
     * @param more files and folders of secrets beside the configuration, by the names under which they are shown
     * @param key of at least one character, which no reader of the digests has
     */
    public static Map<String, String> of(Record config, Map<String, Path> more, String key) {
        var found = new ConfigContentDigests(key);
        var collector = new ConfigValueCollector();
        collector.add("", config);
        collector.leaves().forEach(found::addLeaf);
        more.forEach(found::addFiles);
        return Map.copyOf(found.digests);
    }

    private void addLeaf(String name, Object leaf) {
        List<String> texts = leaf instanceof Collection<?> all
                ? all.stream().map(String::valueOf).sorted().toList()
                : List.of(leaf.toString());
        if (ConfigValueCollector.isHidden(name, String.join(",", texts))) {
            add(name, String.join(",", texts).getBytes(StandardCharsets.UTF_8));
        }
        List<String> secrets = texts.stream()
                .flatMap(text -> references.contents(text).stream())
                .toList();
        if (!secrets.isEmpty()) {
            add(name, String.join(",", secrets).getBytes(StandardCharsets.UTF_8));
        }
        texts.stream().map(ConfigContentDigests::path).flatMap(Optional::stream).forEach(path -> addNamed(name, path));
    }

    private void addNamed(String name, Path path) {
        if (Files.isRegularFile(path) || name.endsWith(TOKENS)) {
            addFiles(name, path);
        }
    }

    private void addFiles(String name, Path path) {
        try {
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    files.filter(file -> !file.toString().endsWith(".new"))
                            .filter(Files::isRegularFile)
                            .forEach(file -> addFiles(name + "/" + file.getFileName(), file));
                }
            } else if (Files.isReadable(path) && Files.size(path) <= MOST_BYTES) {
                add(digests.containsKey(name) ? name + " " + path.getFileName() : name, Files.readAllBytes(path));
            }
        } catch (IOException | UncheckedIOException e) {
            digests.put(name, "unreadable");
        }
    }

    private void add(String name, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            digests.put(name, HexFormat.of().formatHex(mac.doFinal(content), 0, SHOWN_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing, but every JDK must provide it", e);
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
