package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Compares the output of a run with a committed file of {@code src/test/resources/golden}, byte for byte. {@code
 * -Dvigie.write.golden=true} writes the file again.
 */
final class GoldenFile {
    private static final Path MODULE = Path.of(System.getProperty("vigie.repository"), "deploy", "bench");
    private static final Path KEPT = MODULE.resolve(Path.of("src", "test", "resources", "golden"));
    private static final Path NEW = MODULE.resolve(Path.of("target", "golden"));

    private final String name;

    GoldenFile(String name) {
        this.name = name;
    }

    static Path kept(String name) {
        return KEPT.resolve(name);
    }

    void mustBe(String text) throws IOException {
        mustBe(text, Map.of());
    }

    /**
     * Fails when the text differs, and names the file with the new text.
     *
     * @param whole by file name, all lines of what the text has only the hash of; they are written beside the new text, and when the golden
     *     file is written, so that those of two runs can be compared
     */
    void mustBe(String text, Map<String, List<String>> whole) throws IOException {
        Path kept = kept(name);
        boolean anew = Boolean.getBoolean("vigie.write.golden");
        if (anew) {
            Files.writeString(kept, text);
        }
        boolean same = Files.exists(kept) && Files.readString(kept).equals(text);
        if (same && !anew) {
            return;
        }
        Files.createDirectories(NEW);
        Files.writeString(NEW.resolve(name), text);
        for (Map.Entry<String, List<String>> each : whole.entrySet()) {
            Files.write(NEW.resolve(each.getKey()), each.getValue());
        }
        if (!same) {
            fail("%s: is not what it was; the new one is %s. If the change is meant, run with -Dvigie.write.golden=true"
                    .formatted(kept, NEW.resolve(name)));
        }
    }

    /** SHA-256 of the lines, each ended by a line feed, hexadecimal. */
    static String sha256(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
