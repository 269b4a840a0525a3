package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/**
 * Makes a page that draws dashboards with the answers of running data sources. {@code preview.js} takes names, units, thresholds and colours from the
 * dashboards' own files. It is no picture of Grafana and says so.
 */
final class DashboardPreview {
    static final String MARK = "Aperçu de Vigie, pas une image de Grafana · Preview by Vigie, not a picture of Grafana";

    private static final String PAGE = """
            <!doctype html><html lang="fr"><meta charset="utf-8"><style>%s</style><body>
            <script type="application/json" id="data">%s</script><script>%s</script></body></html>
            """;

    private final PreviewSources sources;
    private final ObjectNode data = JsonNodeFactory.instance.objectNode();

    DashboardPreview(PreviewSources sources, Instant from, Instant to) {
        this.sources = sources;
        data.put("from", from.toEpochMilli()).put("to", to.toEpochMilli()).putArray("dashboards");
    }

    DashboardPreview add(JsonNode dashboard) {
        return add(dashboard, MARK);
    }

    /** @param mark what is written above the dashboard */
    DashboardPreview add(JsonNode dashboard, String mark) {
        ObjectNode drawn = data.withArray("dashboards").addObject().put("mark", mark);
        boolean french = dashboard.get("uid").asText().endsWith("-fr");
        drawn.put("language", french ? "fr" : "en").set("dashboard", dashboard);
        ArrayNode answers = drawn.putArray("answers");
        dashboard.get("panels").forEach(panel -> answers.add(answers(panel)));
        ArrayNode events = drawn.putArray("events");
        dashboard.at("/annotations/list").forEach(annotation -> events.add(event(annotation)));
        return this;
    }

    String html() {
        return PAGE.formatted(resource("preview.css"), data.toString().replace("<", "\\u003c"), resource("preview.js"));
    }

    private ArrayNode answers(JsonNode panel) {
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        JsonNode options = panel.get("options");
        switch (panel.get("type").asText()) {
            case "alertGroups" ->
                answers.add(sources.alarms(options.get("labels").asText()).json());
            case "alertlist" ->
                answers.add(
                        sources.rules(options.get("alertInstanceLabelFilter").asText())
                                .json());
            default -> panel.get("targets").forEach(target -> answers.add(answer(target)));
        }
        return answers;
    }

    private ObjectNode event(JsonNode annotation) {
        ObjectNode event = answer(annotation.get("target"));
        return event.put("color", annotation.get("iconColor").asText());
    }

    private ObjectNode answer(JsonNode target) {
        PreviewRows rows = target.has("expr")
                ? sources.metrics(target)
                : sources.store(target.get("rawSql").asText());
        return rows.json();
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(DashboardPreview.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
