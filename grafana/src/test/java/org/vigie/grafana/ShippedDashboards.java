package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the dashboards and provisioning files that this module ships. */
final class ShippedDashboards {
    static final Path GRAFANA = Path.of(System.getProperty("vigie.repository"), "grafana");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    private ShippedDashboards() {}

    /** Returns the files of all sets, such as {@code questdb/fr/ward.json}. */
    static List<String> dashboards() {
        List<String> files = new ArrayList<>();
        for (DashboardStore store : DashboardStore.values()) {
            files.addAll(dashboards(store));
        }
        return files;
    }

    static List<String> dashboards(DashboardStore store) {
        List<String> files = new ArrayList<>();
        for (DashboardLanguage language : DashboardLanguage.values()) {
            PanelModel.DASHBOARDS.forEach(
                    name -> files.add(store.folder() + "/" + language.code() + "/" + name + ".json"));
        }
        return files;
    }

    static JsonNode dashboard(String file) {
        return read(JSON, GRAFANA.resolve("dashboards").resolve(file));
    }

    static JsonNode schema() {
        return read(JSON, GRAFANA.resolve("schema").resolve("dashboard.schema.json"));
    }

    /** @param file under the folder of the store in provisioning/ */
    static JsonNode provisioning(DashboardStore store, String file) {
        return read(
                YAML, GRAFANA.resolve("provisioning").resolve(store.folder()).resolve(file));
    }

    static String text(DashboardStore store, String file) {
        return text(GRAFANA.resolve("provisioning").resolve(store.folder()).resolve(file));
    }

    /** @param page under the folder of the repository */
    static String page(String page) {
        return text(GRAFANA.resolveSibling(page));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
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
