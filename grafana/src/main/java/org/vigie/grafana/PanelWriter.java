package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes one panel of the model as Grafana's JSON. */
final class PanelWriter {
    private final DashboardVariant variant;
    private final JsonNode kinds;
    private final PanelTargets targets;
    private final ColumnOverrides overrides;

    PanelWriter(DashboardVariant variant, PanelModel model) {
        this.variant = variant;
        this.kinds = model.kinds();
        this.targets = new PanelTargets(variant, model);
        this.overrides = new ColumnOverrides(variant, model);
    }

    /** @param id of the panel within its dashboard */
    ObjectNode write(int id, JsonNode panel) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("id", id).put("type", panel.get("kind").asText());
        written.put("title", variant.text(panel, "title")).put("description", variant.text(panel, "about"));
        written.set("gridPos", place(panel.get("at")));
        if (panel.has("queries")) {
            written.set("datasource", targets.source(panel));
            written.set("targets", targets.of(panel));
        }
        written.set("options", options(panel));
        ObjectNode fields = written.putObject("fieldConfig");
        fields.set("defaults", defaults(panel));
        fields.set("overrides", overrides.of(panel));
        return written;
    }

    private static ObjectNode place(JsonNode at) {
        ObjectNode place = JsonNodeFactory.instance.objectNode();
        place.put("x", at.get(0).asInt()).put("y", at.get(1).asInt());
        return place.put("w", at.get(2).asInt()).put("h", at.get(3).asInt());
    }

    private ObjectNode options(JsonNode panel) {
        String kind = panel.get("kind").asText();
        ObjectNode options = kinds.get(kind).get("options").deepCopy();
        if (panel.has("labels")) {
            options.put("alertInstanceLabelFilter", panel.get("labels").asText());
        }
        if (panel.path("graph").asBoolean()) {
            options.put("graphMode", "area");
        }
        if (panel.has("x") && kind.equals("barchart")) {
            options.put("xField", panel.get("x").asText());
        }
        JsonNode fields = panel.at("/queries/0/fields/" + variant.store().folder());
        if (!fields.isMissingNode()) {
            ((ObjectNode) options.get("reduceOptions")).set("fields", fields);
        }
        return options;
    }

    private ObjectNode defaults(JsonNode panel) {
        ObjectNode defaults = JsonNodeFactory.instance.objectNode();
        defaults.set("unit", panel.get("unit"));
        if (panel.has("decimals")) {
            defaults.set("decimals", panel.get("decimals"));
        }
        colours(defaults, panel);
        defaults.put("noValue", panel.path("zero").asBoolean() ? "0" : "–");
        if (panel.has("values")) {
            defaults.set("mappings", overrides.mappings(panel.get("values").asText()));
        }
        defaults.set("custom", custom(panel));
        return defaults;
    }

    private JsonNode custom(JsonNode panel) {
        JsonNode look = panel.has("draw") ? panel.get("draw") : panel.get("kind");
        return kinds.get(look.asText()).get("custom").deepCopy();
    }

    private static void colours(ObjectNode defaults, JsonNode panel) {
        if (panel.has("color")) {
            defaults.putObject("color").put("mode", "fixed").set("fixedColor", panel.get("color"));
        }
        if (panel.has("thresholds")) {
            boolean series = panel.get("kind").asText().equals("timeseries");
            defaults.putObject("color").put("mode", series ? "palette-classic" : "thresholds");
            ArrayNode steps =
                    defaults.putObject("thresholds").put("mode", "absolute").putArray("steps");
            panel.get("thresholds")
                    .forEach(step -> step(steps.addObject(), step.asText().split(" ")));
        }
    }

    /** The first colour has no value: it holds below all others. */
    private static void step(ObjectNode step, String[] words) {
        step.put("color", words[words.length - 1]);
        if (words.length == 1) {
            step.putNull("value");
        } else {
            step.put("value", Double.parseDouble(words[0]));
        }
    }
}
