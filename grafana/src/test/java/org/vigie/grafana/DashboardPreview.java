package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Draws a dashboard with the rows of a test's store. It is no picture of Grafana and says so: it shows which panels there are, where they
 * stand, and what their queries return.
 */
final class DashboardPreview {
    static final String MARK = "Aperçu de Vigie, pas une image de Grafana";

    private static final String HEAD = """
            <!doctype html><html lang="fr"><meta charset="utf-8"><style>
            body { font: 13px sans-serif; background: #111217; color: #ccccdc; margin: 10px; }
            .mark { background: #7a3b00; color: #fff; font-weight: bold; padding: 6px; text-align: center; }
            .grid { display: grid; grid-template-columns: repeat(24, 1fr); grid-auto-rows: 34px; gap: 6px; }
            section { background: #181b1f; border: 1px solid #2c3235; border-radius: 3px; padding: 6px; overflow: hidden; }
            h2 { font-size: 13px; margin: 0 0 4px; } .big { font-size: 30px; font-weight: bold; color: #73bf69; }
            table { border-collapse: collapse; width: 100%; font-size: 11px; } td, th { text-align: left; padding: 1px 6px; }
            svg { width: 100%; height: calc(100% - 22px); } polyline { fill: none; stroke-width: 1; vector-effect: non-scaling-stroke; }
            circle { stroke: none; } .quiet { color: #888; }
            </style>
            """;
    private static final List<String> COLOURS =
            List.of("#73bf69", "#ff9830", "#f2495c", "#b877d9", "#5794f2", "#fade2a");
    private static final int MOST_ROWS = 12;

    private final Function<String, PreviewRows> store;

    /** @param store answers a query as it stands in the dashboard */
    DashboardPreview(Function<String, PreviewRows> store) {
        this.store = store;
    }

    /** Returns the page of a dashboard. */
    String html(JsonNode dashboard) {
        var page = new StringBuilder(HEAD);
        page.append("<p class=mark>").append(MARK).append("</p><h1>").append(text(dashboard.get("title")));
        page.append("</h1><div class=grid>");
        dashboard.get("panels").forEach(panel -> page.append(panel(panel)));
        return page.append("</div></html>").toString();
    }

    private String panel(JsonNode panel) {
        JsonNode at = panel.get("gridPos");
        String place = "grid-area: %d / %d / span %d / span %d"
                .formatted(
                        at.get("y").asInt() + 1,
                        at.get("x").asInt() + 1,
                        at.get("h").asInt(),
                        at.get("w").asInt());
        return "<section style=\"" + place + "\"><h2>" + text(panel.get("title")) + "</h2>" + content(panel)
                + "</section>";
    }

    private String content(JsonNode panel) {
        boolean asked = panel.at("/datasource/uid").asText().equals(DashboardStore.QUESTDB.sourceUid());
        if (!asked || !panel.has("targets")) {
            return "<p class=quiet>" + panel.path("datasource").path("type").asText("Alertmanager") + "</p>";
        }
        return switch (panel.get("type").asText()) {
            case "stat" -> "<p class=big>" + text(rows(panel, 0).first()) + "</p>";
            case "timeseries" -> chart(panel);
            default -> table(rows(panel, 0));
        };
    }

    private PreviewRows rows(JsonNode panel, int target) {
        return store.apply(panel.get("targets").get(target).get("rawSql").asText());
    }

    private static String table(PreviewRows rows) {
        var table = new StringBuilder("<table><tr>");
        rows.columns()
                .forEach(column -> table.append("<th>").append(text(column)).append("</th>"));
        rows.rows().stream().limit(MOST_ROWS).forEach(row -> {
            table.append("</tr><tr>");
            row.forEach(cell -> table.append("<td>").append(text(cell)).append("</td>"));
        });
        return table.append("</tr></table>").toString();
    }

    private String chart(JsonNode panel) {
        Map<String, StringBuilder> lines = new LinkedHashMap<>();
        for (int target = 0; target < panel.get("targets").size(); target++) {
            rows(panel, target)
                    .points()
                    .forEach((series, points) -> lines.computeIfAbsent(series, name -> new StringBuilder())
                            .append(points));
        }
        var drawn = new StringBuilder("<svg viewBox='0 0 1000 200' preserveAspectRatio=none>");
        int index = 0;
        for (StringBuilder points : lines.values()) {
            drawn.append("<polyline stroke='").append(COLOURS.get(index++ % COLOURS.size()));
            drawn.append("' points='").append(points).append("'/>");
        }
        return drawn.append("</svg>").toString();
    }

    private static String text(Object value) {
        String shown = value instanceof JsonNode node ? node.asText() : String.valueOf(value);
        return shown.replace("&", "&amp;").replace("<", "&lt;");
    }
}
