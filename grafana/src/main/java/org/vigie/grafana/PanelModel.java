package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.schemas.variable.VariableCatalogue;

/** Reads the panel model: the YAML files of {@code grafana/model}. */
final class PanelModel {
    /** The dashboards in the order of the playlist. */
    static final List<String> DASHBOARDS = List.of("ward", "bed", "burden", "quality", "models", "pipeline");

    private final YAMLMapper yaml = new YAMLMapper();
    private final Path folder;

    /** @param folder of the model's files */
    PanelModel(Path folder) {
        this.folder = folder;
    }

    /** Returns the model of one dashboard. */
    JsonNode dashboard(String name) {
        return read(name + ".yaml");
    }

    /** Returns the panels of a dashboard: templates are applied, and a store's own settings replace the common ones. */
    List<ObjectNode> panels(JsonNode dashboard, DashboardStore store) {
        List<ObjectNode> panels = new ArrayList<>();
        for (JsonNode panel : dashboard.get("panels")) {
            ObjectNode whole = filled(dashboard.path("templates"), panel);
            if (panel.has(store.folder())) {
                whole.setAll((ObjectNode) panel.get(store.folder()));
            }
            panels.add(whole);
        }
        return panels;
    }

    private ObjectNode filled(JsonNode templates, JsonNode panel) {
        ObjectNode whole = panel.has("template")
                ? templates.get(panel.get("template").asText()).deepCopy()
                : yaml.createObjectNode();
        String text = whole.toString();
        for (var fill : panel.path("fill").properties()) {
            text = text.replace("{" + fill.getKey() + "}", fill.getValue().asText());
        }
        ObjectNode done = (ObjectNode) parsed(text);
        done.setAll((ObjectNode) panel.deepCopy());
        return done;
    }

    JsonNode columns() {
        return read("columns.yaml").get("columns");
    }

    /** Returns the words for the values of columns. Those of variables are the catalogue's. */
    JsonNode vocabularies() {
        ObjectNode vocabularies = (ObjectNode) read("vocabularies.yaml").get("vocabularies");
        ObjectNode variables = vocabularies.putObject("variable");
        VariableCatalogue.standard()
                .all()
                .forEach(variable -> variables
                        .putObject(variable.name())
                        .put("fr", variable.labelFr())
                        .put("en", variable.labelEn()));
        return vocabularies;
    }

    JsonNode kinds() {
        return read("kinds.yaml").get("kinds");
    }

    JsonNode annotations() {
        return read("annotations.yaml");
    }

    JsonNode rules() {
        return read("rules.yaml").get("rules");
    }

    private JsonNode read(String file) {
        try {
            return yaml.readTree(folder.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode parsed(String json) {
        try {
            return yaml.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
