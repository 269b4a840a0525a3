package org.vigie.inference.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes the SHA-256 digest of files.
 *
 * @param hex 64 hexadecimal digits, lower case
 */
public record Sha256Digest(String hex) {
    /** Digests one file. */
    public static Sha256Digest of(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /**
     * Digests several files together: a line {@code <digest>  <name>} for each, by ascending name, as {@code sha256sum} prints it.
     *
     * @param digests the digest of each file by its name, as hexadecimal digits
     */
    public static Sha256Digest ofAll(Map<String, String> digests) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(digests).forEach((name, digest) -> lines.append(digest + "  " + name + "\n"));
        return of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Sha256Digest of(byte[] content) {
        try {
            return new Sha256Digest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
