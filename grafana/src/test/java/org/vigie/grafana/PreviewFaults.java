package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Compares what a browser shows of the previews with the dashboards.
 *
 * @param measured answer of {@link PreviewBrowser#measure}
 * @param alertmanager true where Alertmanager is installed: its panels must show alarms
 */
record PreviewFaults(JsonNode measured, boolean alertmanager) {
    /** Returns each panel that is missing or empty, and whether the mark is missing. */
    List<String> of(JsonNode dashboard) {
        String uid = dashboard.get("uid").asText();
        Optional<JsonNode> shown = StreamSupport.stream(measured.spliterator(), false)
                .filter(one -> one.get("uid").asText().equals(uid))
                .findFirst();
        List<String> faults = new ArrayList<>();
        if (!shown.map(one -> one.get("mark").asText()).orElse("").equals(DashboardPreview.MARK)) {
            faults.add(uid + ": not marked");
        }
        for (JsonNode panel : dashboard.get("panels")) {
            fault(panel, shown.map(one -> one.get("panels")).orElse(MissingNode.getInstance()))
                    .ifPresent(faults::add);
        }
        return faults;
    }

    private Optional<String> fault(JsonNode panel, JsonNode panels) {
        String title = panel.get("title").asText();
        List<JsonNode> shown = StreamSupport.stream(panels.spliterator(), false)
                .filter(one -> one.path("title").asText().equals(title))
                .toList();
        if (shown.size() != 1) {
            return Optional.of(title + ": missing");
        }
        boolean absent = !alertmanager && shown.get(0).get("elsewhere").asText().equals("Alertmanager");
        return absent || shown.get(0).get("drawn").asInt() > 0 ? Optional.empty() : Optional.of(title + ": empty");
    }
}
