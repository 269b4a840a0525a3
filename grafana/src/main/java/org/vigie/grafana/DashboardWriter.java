package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a whole dashboard as Grafana's JSON. */
final class DashboardWriter {
    private static final int SCHEMA_VERSION = 42;
    private static final int HIDE_VARIABLE = 2;

    private final DashboardVariant variant;
    private final PanelModel model;

    DashboardWriter(DashboardVariant variant, PanelModel model) {
        this.variant = variant;
        this.model = model;
    }

    ObjectNode write(String name) {
        JsonNode dashboard = model.dashboard(name);
        ObjectNode written = head(name, dashboard);
        written.set("links", links(name));
        written.putObject("templating").set("list", variables(dashboard));
        written.putObject("annotations").set("list", new AnnotationWriter(variant, model).of(name, dashboard));
        ArrayNode panels = written.putArray("panels");
        var writer = new PanelWriter(variant, model);
        model.panels(dashboard, variant.store()).forEach(panel -> panels.add(writer.write(panels.size() + 1, panel)));
        return written;
    }

    private ObjectNode head(String name, JsonNode dashboard) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("uid", variant.uid(name)).put("title", variant.text(dashboard, "title"));
        head.put("description", variant.text(dashboard, "about"));
        head.putArray("tags").add("vigie").add(variant.tag());
        head.put("timezone", "browser").put("editable", false).put("graphTooltip", 1);
        head.put("schemaVersion", SCHEMA_VERSION);
        head.set("refresh", dashboard.get("refresh"));
        head.putObject("time").put("from", dashboard.get("from").asText()).put("to", "now");
        return head;
    }

    private ArrayNode links(String name) {
        ArrayNode links = JsonNodeFactory.instance.arrayNode();
        boolean french = variant.language() == DashboardLanguage.FR;
        ObjectNode others = link(links, "dashboards", french ? "Tableaux de bord" : "Dashboards", "");
        others.put("asDropdown", true).putArray("tags").add(variant.tag());
        link(
                links,
                "link",
                french ? "English" : "Français",
                "/d/" + DashboardVariant.uid(name, variant.language().other()));
        link(links, "link", french ? "Page du service" : "Station", "${station}");
        return links;
    }

    private static ObjectNode link(ArrayNode links, String type, String title, String url) {
        ObjectNode link =
                links.addObject().put("title", title).put("type", type).put("icon", "dashboard");
        link.put("tooltip", title).put("url", url).put("asDropdown", false).put("targetBlank", false);
        link.put("includeVars", !url.startsWith("$"))
                .put("keepTime", !url.startsWith("$"))
                .putArray("tags");
        return link;
    }

    private ArrayNode variables(JsonNode dashboard) {
        ArrayNode variables = JsonNodeFactory.instance.arrayNode();
        ObjectNode station = variables.addObject().put("name", "station").put("type", "constant");
        station.put("label", "station").put("description", "Address of the station's page.");
        station.put("query", "http://127.0.0.1:18080")
                .put("hide", HIDE_VARIABLE)
                .put("skipUrlSync", false);
        if (dashboard.has("variables")) {
            variables.add(bed());
        }
        return variables;
    }

    private ObjectNode bed() {
        boolean french = variant.language() == DashboardLanguage.FR;
        ObjectNode bed =
                JsonNodeFactory.instance.objectNode().put("name", "bed").put("type", "query");
        bed.put("label", french ? "Lit" : "Bed").put("description", french ? "Le lit." : "The bed.");
        bed.set("datasource", variant.storeSource());
        bed.put(
                "query",
                variant.store() == DashboardStore.QUESTDB
                        ? "SELECT DISTINCT bed FROM triage ORDER BY bed"
                        : "SHOW TAG VALUES FROM triage WITH KEY = bed");
        bed.put("refresh", 2).put("sort", 1).put("multi", false).put("includeAll", false);
        return bed.put("hide", 0).put("skipUrlSync", false);
    }
}
