package org.vigie.access.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * @param contents digests with a key of secrets and files, by the key that holds or names them; empty when none were made
 */
public record AppStartDetail(
        String digest, String instance, Map<String, String> settings, Map<String, String> contents) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEFAULT = "(default)";

    public AppStartDetail {
        settings = Map.copyOf(settings);
        contents = contents == null ? Map.of() : Map.copyOf(contents); // events of earlier releases have none
    }

    /** @param contents digests of what the configuration hides or names */
    static AppStartDetail of(Record config, Map<String, String> contents) {
        var all = ConfigValues.of(config);
        return new AppStartDetail(
                all.digest(), all.values().getOrDefault("instance", ""), ConfigValues.changed(config), contents);
    }

    /** Returns the text for an audit event. */
    String toText() {
        try {
            ObjectNode text = JSON.createObjectNode().put("digest", digest).put("instance", instance);
            text.set("settings", JSON.valueToTree(new TreeMap<>(settings)));
            text.set("contents", JSON.valueToTree(new TreeMap<>(contents)));
            return JSON.writeValueAsString(text);
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
     * a default of the app changed. Of a content that differs it says so, without the digests.
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
        changes.addAll(contentsChangedSince(before));
        return List.copyOf(changes);
    }

    /** Returns none when the start before has no digests: its release made none, or it had no key for them. */
    private List<String> contentsChangedSince(AppStartDetail before) {
        if (before.contents.isEmpty() || contents.isEmpty()) {
            return List.of();
        }
        var keys = new TreeSet<>(contents.keySet());
        keys.addAll(before.contents.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(contents.get(key), before.contents.get(key)))
                .map(key -> "content of " + key + ": " + change(key, before))
                .toList();
    }

    private String change(String key, AppStartDetail before) {
        if (!before.contents.containsKey(key)) {
            return "new";
        }
        return contents.containsKey(key) ? "changed" : "gone";
    }
}
