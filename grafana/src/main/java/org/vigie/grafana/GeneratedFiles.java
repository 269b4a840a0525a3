package org.vigie.grafana;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Generates every file that Grafana reads and that depends on the panel model: dashboards, playlists and alert rules. */
final class GeneratedFiles {
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final YAMLMapper yaml = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();
    private final PanelModel model;
    private final SharedProvisioningFiles copied;

    /** @param grafana folder of the module */
    GeneratedFiles(Path grafana) {
        model = new PanelModel(grafana.resolve("model"));
        copied = new SharedProvisioningFiles(grafana.resolve("model"));
    }

    /** Returns the text of each file by its path under the folder of the module. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        for (DashboardStore store : DashboardStore.values()) {
            texts.put("provisioning/" + store.folder() + "/alerting/rules.yaml", rules(store));
            texts.putAll(copied.texts(store));
            for (DashboardLanguage language : DashboardLanguage.values()) {
                var variant = new DashboardVariant(store, language);
                String folder = "dashboards/" + store.folder() + "/" + language.code() + "/";
                var writer = new DashboardWriter(variant, model);
                PanelModel.DASHBOARDS.forEach(name -> texts.put(folder + name + ".json", text(writer.write(name))));
                texts.put("playlists/" + language.code() + ".json", text(playlist(variant)));
            }
        }
        return texts;
    }

    private String rules(DashboardStore store) {
        try {
            return "# Generated from grafana/model/rules.yaml by GeneratedFilesTest. Do not edit.\n"
                    + yaml.writeValueAsString(new AlertRuleWriter(store, model).write());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Grafana takes a playlist over its API: POST /api/playlists. */
    private static ObjectNode playlist(DashboardVariant variant) {
        boolean french = variant.language() == DashboardLanguage.FR;
        ObjectNode playlist = JsonNodeFactory.instance.objectNode();
        playlist.put("name", french ? "Vigie, écran mural" : "Vigie, wall screen")
                .put("interval", "1m");
        ArrayNode items = playlist.putArray("items");
        for (String name : new String[] {"ward", "burden", "quality"}) {
            items.addObject().put("type", "dashboard_by_uid").put("value", variant.uid(name));
        }
        return playlist;
    }

    private String text(JsonNode tree) {
        try {
            return json.writeValueAsString(tree).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
