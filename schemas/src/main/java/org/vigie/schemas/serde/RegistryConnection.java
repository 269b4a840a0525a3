package org.vigie.schemas.serde;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Holds where the schema registry is and which token it wants.
 *
 * @param url {@code http://host:port}; several addresses separated by commas
 * @param tokenFile file whose first word is the API token; no token is sent when it is empty or no such file is there
 */
public record RegistryConnection(String url, String tokenFile) implements Serializable {
    /** Returns the headers of each request. The file is read each time. */
    Map<String, String> headers() {
        Path file = Path.of(tokenFile);
        if (tokenFile.isEmpty() || !Files.exists(file)) {
            return Map.of();
        }
        try {
            return Map.of(
                    "Authorization", "Bearer " + Files.readString(file).strip().split("\\s+", 2)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("kafka.registryTokenFile: must be a file that can be read, was " + file, e);
        }
    }

    @Override
    public String toString() {
        return url;
    }
}
