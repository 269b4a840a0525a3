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

/** SHA-256 of files. */
public final class FileDigests {
    private FileDigests() {}

    /** Hexadecimal, lower case. */
    public static String sha256(Path file) throws IOException {
        return sha256(Files.readAllBytes(file));
    }

    /** Of several files: of a line {@code <digest>  <name>} for each, by ascending name. */
    public static String sha256(Map<String, String> digests) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(digests).forEach((name, digest) -> lines.append(digest + "  " + name + "\n"));
        return sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
