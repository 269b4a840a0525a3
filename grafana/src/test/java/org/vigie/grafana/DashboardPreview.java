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
import java.util.function.Function;

/**
 * Makes a page that draws dashboards with the rows of a test's store. {@code preview.js} takes names, units, thresholds and colours from the
 * dashboards' own files. It is no picture of Grafana and says so.
 */
final class DashboardPreview {
    static final String MARK = "Aperçu de Vigie, pas une image de Grafana · Preview by Vigie, not a picture of Grafana";

    private static final String PAGE = """
            <!doctype html><html lang="fr"><meta charset="utf-8"><style>%s</style><body>
            <script type="application/json" id="data">%s</script><script>%s</script></body></html>
            """;

    private final Function<String, PreviewRows> store;
    private final ObjectNode data = JsonNodeFactory.instance.objectNode();

    /** @param store answers a query as it stands in a dashboard */
    DashboardPreview(Function<String, PreviewRows> store, Instant from, Instant to) {
        this.store = store;
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

    /** Returns true when a panel asks the store: its rows are drawn. */
    static boolean asksStore(JsonNode panel) {
        return panel.at("/datasource/uid").asText().equals(DashboardStore.QUESTDB.sourceUid());
    }

    private ArrayNode answers(JsonNode panel) {
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        if (asksStore(panel)) {
            panel.get("targets").forEach(target -> answers.add(answer(target)));
        }
        return answers;
    }

    private ObjectNode event(JsonNode annotation) {
        ObjectNode event = answer(annotation.get("target"));
        return event.put("color", annotation.get("iconColor").asText());
    }

    private ObjectNode answer(JsonNode target) {
        return store.apply(target.get("rawSql").asText()).json();
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(DashboardPreview.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
