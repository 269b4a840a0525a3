package org.vigie.training.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.inference.bundle.Sha256Digest;

/**
 * Computes a digest of all files of a set and of its outcomes. It does not depend on folders, the order of the files, or packing.
 *
 * @param set a folder or a {@code .tar.gz}
 * @param outcomes file of outcomes; it is left out where it does not exist
 */
public record CohortDigest(Path set, Path outcomes) {
    /** @return 64 hexadecimal digits */
    public String hex() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        new CohortFiles(set)
                .forEach((name, content) -> digests.put(name.substring(name.lastIndexOf('/') + 1), sha256(content)));
        if (Files.exists(outcomes)) {
            digests.put("outcomes", Sha256Digest.of(outcomes).hex());
        }
        return Sha256Digest.ofAll(digests).hex();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, but every JDK must provide it", e);
        }
    }
}
