package org.vigie.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.Yaml;

/** Reads files of the folder {@code deploy}. */
final class ManifestFiles {
    static final Path REPOSITORY = Path.of(System.getProperty("vigie.repository"));
    static final Path DEPLOY = REPOSITORY.resolve("deploy");

    private static final ObjectMapper JSON = new ObjectMapper();

    private ManifestFiles() {}

    /** Reads YAML with its anchors and merged keys resolved. */
    static JsonNode yaml(Path file) {
        return parse(text(file));
    }

    static JsonNode parse(String yaml) {
        return JSON.valueToTree(new Yaml().load(yaml));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
