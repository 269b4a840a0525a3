package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the name, unit, colours and links of the columns and series that a panel returns. */
final class ColumnOverrides {
    private final DashboardVariant variant;
    private final JsonNode columns;
    private final JsonNode vocabularies;

    ColumnOverrides(DashboardVariant variant, PanelModel model) {
        this.variant = variant;
        this.columns = model.columns();
        this.vocabularies = model.vocabularies();
    }

    /** @throws IllegalArgumentException when a panel names a column that the model does not have */
    ArrayNode of(JsonNode panel) {
        ArrayNode overrides = JsonNodeFactory.instance.arrayNode();
        for (JsonNode named : panel.path("columns")) {
            String name = variant.localized(named.asText());
            if (!columns.has(name)) {
                throw new IllegalArgumentException("grafana/model/columns.yaml: must have the column " + name);
            }
            ObjectNode override = overrides.addObject();
            override.putObject("matcher").put("id", "byName").put("options", shown(name));
            properties(override.putArray("properties"), columns.get(name));
        }
        for (JsonNode hidden : panel.path("hidden")) {
            ObjectNode override = overrides.addObject();
            override.putObject("matcher").put("id", "byName").put("options", hidden.asText());
            add(override.putArray("properties"), "custom.hidden", BooleanNode.TRUE);
        }
        return overrides;
    }

    /** Returns the value mappings of a vocabulary in the language of the set. */
    ArrayNode mappings(String vocabulary) {
        ArrayNode mappings = JsonNodeFactory.instance.arrayNode();
        ObjectNode options = mappings.addObject().put("type", "value").putObject("options");
        int index = 0;
        for (var word : vocabularies.get(vocabulary).properties()) {
            ObjectNode option = options.putObject(word.getKey());
            option.put("text", variant.language().of(word.getValue()));
            if (word.getValue().has("color")) {
                option.set("color", word.getValue().get("color"));
            }
            option.put("index", index++);
        }
        return mappings;
    }

    /** InfluxDB answers a table with a column {@code Time}. */
    private String shown(String name) {
        return variant.store() == DashboardStore.INFLUXDB && name.equals("time") ? "Time" : name;
    }

    private void properties(ArrayNode properties, JsonNode column) {
        add(
                properties,
                "displayName",
                JsonNodeFactory.instance.textNode(variant.language().of(column)));
        if (column.has("unit")) {
            add(properties, "unit", column.get("unit"));
        }
        if (column.has("values")) {
            words(properties, column.get("values").asText());
        }
        if (column.has("link")) {
            add(properties, "links", links());
        }
        look(properties, column);
    }

    /** A vocabulary with colours fills its cells. */
    private void words(ArrayNode properties, String vocabulary) {
        add(properties, "mappings", mappings(vocabulary));
        if (vocabularies.get(vocabulary).findValue("color") != null) {
            add(
                    properties,
                    "custom.cellOptions",
                    object("type", "color-background").put("mode", "basic"));
        }
    }

    private static void look(ArrayNode properties, JsonNode column) {
        if (column.has("color")) {
            add(properties, "color", object("mode", "fixed").set("fixedColor", column.get("color")));
        }
        if (column.has("points")) {
            add(properties, "custom.drawStyle", JsonNodeFactory.instance.textNode("points"));
            add(properties, "custom.pointSize", column.get("points"));
        }
        if (column.has("dashed")) {
            ObjectNode style = object("fill", "dash");
            style.putArray("dash").add(4).add(8);
            add(properties, "custom.lineStyle", style);
        }
    }

    private ArrayNode links() {
        ArrayNode links = JsonNodeFactory.instance.arrayNode();
        boolean french = variant.language() == DashboardLanguage.FR;
        links.add(object("title", french ? "Voir les courbes" : "Show the trends")
                .put("url", "/d/" + variant.uid("bed") + "?var-bed=${__value.raw:percentencode}&${__url_time_range}"));
        links.add(object("title", french ? "Ouvrir la page du lit" : "Open the bed's page")
                .put("url", "${station}/?bed=${__value.raw:percentencode}"));
        return links;
    }

    private static ObjectNode object(String key, String value) {
        return JsonNodeFactory.instance.objectNode().put(key, value);
    }

    private static void add(ArrayNode properties, String id, JsonNode value) {
        properties.addObject().put("id", id).set("value", value);
    }
}
