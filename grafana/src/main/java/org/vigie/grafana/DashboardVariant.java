package org.vigie.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Selects one of the generated sets of dashboards.
 *
 * @param store whose queries the set holds
 * @param language of titles, descriptions and column names
 */
record DashboardVariant(DashboardStore store, DashboardLanguage language) {
    /** Returns the text of a field of a panel or dashboard in the language of the set. */
    String text(JsonNode owner, String field) {
        return language.of(owner.path(field));
    }

    /** Returns the identifier of a dashboard; both stores use the same one. */
    String uid(String dashboard) {
        return uid(dashboard, language);
    }

    static String uid(String dashboard, DashboardLanguage language) {
        return "vigie-" + dashboard + "-" + language.code();
    }

    /** Returns the tag that links the dashboards of one language. */
    String tag() {
        return "vigie-" + language.code();
    }

    /** Replaces the placeholder of the language. */
    String localized(String text) {
        return text.replace("{lang}", language.code());
    }

    /** Returns the reference to the data source of the store. */
    ObjectNode storeSource() {
        return source(store.sourceType(), store.sourceUid());
    }

    static ObjectNode source(String type, String uid) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("uid", uid);
    }
}
