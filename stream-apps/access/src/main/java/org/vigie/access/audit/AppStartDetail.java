package org.vigie.access.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.platform.config.ConfigValues;

/**
 * Describes the configuration with which an app starts, as the audit trail holds it. Secrets are not in it.
 *
 * @param digest SHA-256 of all settings
 * @param instance which of the app's instances it is; empty for an app that has one
 * @param settings those that differ from the defaults, by key
 */
public record AppStartDetail(String digest, String instance, Map<String, String> settings) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEFAULT = "(default)";

    public AppStartDetail {
        settings = Map.copyOf(settings);
    }

    static AppStartDetail of(Record config) {
        var all = ConfigValues.of(config);
        return new AppStartDetail(
                all.digest(), all.values().getOrDefault("instance", ""), ConfigValues.changed(config));
    }

    /** Returns the text for an audit event. */
    String toText() {
        try {
            return JSON.writeValueAsString(JSON.createObjectNode()
                    .put("digest", digest)
                    .put("instance", instance)
                    .set("settings", JSON.valueToTree(new TreeMap<>(settings))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings: cannot be written as JSON", e);
        }
    }

    /** Reads the text of an audit event; empty when it is no configuration. */
    static Optional<AppStartDetail> parse(String text) {
        try {
            return Optional.of(JSON.readValue(text, AppStartDetail.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns one text for each setting that differs: its key, its value before and its value now. When none differs but the digest does,
     * a default of the app changed.
     */
    List<String> changesSince(AppStartDetail before) {
        var keys = new TreeSet<>(settings.keySet());
        keys.addAll(before.settings.keySet());
        List<String> changes = new ArrayList<>();
        for (String key : keys) {
            String old = before.settings.getOrDefault(key, DEFAULT);
            String now = settings.getOrDefault(key, DEFAULT);
            if (!Objects.equals(old, now)) {
                changes.add(key + ": '" + old + "' -> '" + now + "'");
            }
        }
        if (changes.isEmpty() && !digest.equals(before.digest)) {
            changes.add("defaults: " + before.digest + " -> " + digest);
        }
        return List.copyOf(changes);
    }
}
