package org.vigie.platform.config;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Holds settings of a client library by the library's own names, such as {@code security.protocol}. A secret is named by a reference, and
 * never stands in them.
 *
 * @param key of the configuration that holds them, for messages: {@code kafka.client}
 * @param settings text by name
 */
record ClientPropertiesConfig(String key, Map<String, String> settings) {
    private static final Pattern SECRET =
            Pattern.compile(".*(password|passphrase|secret|token|user\\.info|jaas\\.config|(keystore|private)\\.key)");
    /** Finds the options of a log-in module whose value is a secret. */
    private static final Pattern LOG_IN_OPTION =
            Pattern.compile("(?i)\\b\\w*(password|passphrase|secret|token)\\w*\\s*=\\s*(\"[^\"]*\"|[^\\s;]*)");

    private static final String LOG_IN = "sasl.jaas.config";

    /** @throws IllegalArgumentException when a secret stands in clear, with its name */
    ClientPropertiesConfig {
        settings = Map.copyOf(settings);
        settings.forEach((name, text) -> requireReference(key + "." + name, name, text));
    }

    private static void requireReference(String key, String name, String text) {
        boolean isClear = name.endsWith(LOG_IN)
                ? LOG_IN_OPTION
                        .matcher(text)
                        .results()
                        .anyMatch(option -> !SecretReferences.isReference(unquoted(option.group(2))))
                : SECRET.matcher(name).matches() && !SecretReferences.isNamed(text);
        if (isClear) {
            throw new IllegalArgumentException(key
                    + ": must name its secret by ${file:PATH}, ${env:NAME} or ${command:LINE}, but holds one in clear");
        }
    }

    private static String unquoted(String option) {
        return option.startsWith("\"") ? option.substring(1, option.length() - 1) : option;
    }

    /**
     * Returns the settings with the secrets in place of their references.
     *
     * @throws IllegalStateException when a reference gives no secret, with its key
     */
    Map<String, String> resolved(SecretReferences references) {
        Map<String, String> resolved = new TreeMap<>();
        settings.forEach((name, text) -> resolved.put(name, references.resolved(key + "." + name, text)));
        return resolved;
    }
}
