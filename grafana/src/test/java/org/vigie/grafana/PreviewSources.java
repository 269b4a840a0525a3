package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;

/** Answers what the panels and marks of a dashboard ask, for a preview. */
interface PreviewSources {
    /** @param sql as it stands in the dashboard */
    PreviewRows store(String sql);

    /** @param target of a panel that asks Prometheus */
    PreviewRows metrics(JsonNode target);

    /**
     * Returns the alarms of patients as Alertmanager holds them; no columns where Alertmanager is not installed.
     *
     * @param labels filter of the panel, such as {@code bed=$bed}; empty for all alarms
     */
    PreviewRows alarms(String labels);

    /**
     * Returns the rules of Grafana with their states.
     *
     * @param labels filter of the panel, such as <code>{area="models"}</code>
     */
    PreviewRows rules(String labels);
}
