package org.vigie.platform.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the settings of one configuration by key, as they may be shown: of a secret it says only whether one is set.
 *
 * @param values text by key, such as {@code kafka.partitions}
 */
public record ConfigValues(Map<String, String> values) {
    public ConfigValues {
        values = Map.copyOf(values);
    }

    /** Returns the settings of a configuration that was read and validated. */
    public static ConfigValues of(Record config) {
        var shown = new ConfigValueCollector();
        shown.add("", config);
        return new ConfigValues(shown.values());
    }

    /**
     * Returns the settings that differ from the defaults of the configuration's type, in the order of their keys. It returns all settings
     * when the type has no defaults.
     */
    public static Map<String, String> changed(Record config) {
        Map<String, String> changed = new TreeMap<>(of(config).values);
        new ConfigRecordType<>(config.getClass())
                .defaults()
                .ifPresent(defaults -> of((Record) defaults).values.forEach(changed::remove));
        return changed;
    }

    /** Returns the SHA-256 of all settings, in hexadecimal form. */
    public String digest() {
        try {
            byte[] text = new TreeMap<>(values).toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, but every JDK must provide it", e);
        }
    }
}
