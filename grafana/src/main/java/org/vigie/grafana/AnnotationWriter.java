package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Writes the marks on the time axis: alarms, and who came to a bed or left it. */
final class AnnotationWriter {
    private static final Set<String> WITHOUT_MARKS = Set.of("models", "pipeline");

    private final DashboardVariant variant;
    private final JsonNode model;

    AnnotationWriter(DashboardVariant variant, PanelModel model) {
        this.variant = variant;
        this.model = model.annotations();
    }

    /** Dashboards of operation have no marks of patients. */
    ArrayNode of(String name, JsonNode dashboard) {
        ArrayNode marks = JsonNodeFactory.instance.arrayNode();
        if (!WITHOUT_MARKS.contains(name)) {
            String key = variant.store().queryKey();
            String bed =
                    dashboard.has("variables") ? model.get("of-bed").get(key).asText() : "";
            model.get("annotations")
                    .forEach(mark -> marks.add(mark(mark, mark.get(key).asText().replace("{of-bed}", bed))));
        }
        return marks;
    }

    private ObjectNode mark(JsonNode mark, String query) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("name", variant.text(mark, "name")).put("enable", true).put("hide", false);
        written.put("iconColor", mark.get("color").asText()).set("datasource", variant.storeSource());
        ObjectNode target = written.putObject("target").put("refId", "annotation");
        target.set("datasource", variant.storeSource());
        if (variant.store() == DashboardStore.QUESTDB) {
            target.put("format", "table").put("rawQuery", true).put("editorMode", "code");
            target.put("rawSql", variant.localized(query));
        } else {
            target.put("query", variant.localized(query)).put("rawQuery", true).put("resultFormat", "table");
            target.put("fromAnnotations", true).put("textEditor", true);
            written.put("textColumn", variant.localized(mark.get("text").asText()));
            written.set("tagsColumn", mark.get("tags"));
        }
        return written;
    }
}
