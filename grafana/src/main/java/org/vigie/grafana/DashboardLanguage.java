package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Names a language of the dashboards. */
enum DashboardLanguage {
    FR("Vigie (français)"),
    EN("Vigie (English)");

    private final String folderTitle;

    DashboardLanguage(String folderTitle) {
        this.folderTitle = folderTitle;
    }

    /** Returns the code of the language in lower case. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the title of the folder in Grafana. */
    String folderTitle() {
        return folderTitle;
    }

    DashboardLanguage other() {
        return this == FR ? EN : FR;
    }

    /**
     * Returns a text of the model in this language.
     *
     * @throws IllegalArgumentException when the text is missing
     */
    String of(JsonNode text) {
        if (!text.hasNonNull(code())) {
            throw new IllegalArgumentException("grafana/model: a text needs fr and en, was " + text);
        }
        return text.get(code()).asText();
    }
}
