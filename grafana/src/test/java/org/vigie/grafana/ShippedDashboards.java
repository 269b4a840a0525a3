package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the dashboards that this module ships. */
final class ShippedDashboards {
    private static final Path GRAFANA = Path.of(System.getProperty("vigie.repository"), "grafana");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    private ShippedDashboards() {}

    static List<String> dashboards() {
        return List.of("ward.json", "bed.json");
    }

    static JsonNode dashboard(String file) {
        return read(JSON, GRAFANA.resolve("dashboards").resolve(file));
    }

    static JsonNode schema() {
        return read(JSON, GRAFANA.resolve("schema").resolve("dashboard.schema.json"));
    }

    /** @param file under provisioning/ */
    static JsonNode provisioning(String file) {
        return read(YAML, GRAFANA.resolve("provisioning").resolve(file));
    }

    static String text(String file) {
        try {
            return Files.readString(GRAFANA.resolve("provisioning").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
