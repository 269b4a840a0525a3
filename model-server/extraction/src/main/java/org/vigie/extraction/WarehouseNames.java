package org.vigie.extraction;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the names of tables and columns of one warehouse, which the statements contain as <code>${name}</code>.
 *
 * @param values name in the warehouse by placeholder
 */
record WarehouseNames(Map<String, String> values) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z_]+)}");
    private static final String ITEMS = "items";

    WarehouseNames {
        values = Map.copyOf(values);
    }

    /**
     * Reads the names of a layout.
     *
     * @param changed file of names that differ from the defaults
     * @throws IOException naming the file and the key that no statement uses, or the value that is not allowed
     */
    static WarehouseNames read(WarehouseLayout layout, Optional<Path> changed) throws IOException {
        Map<String, String> values = parsed(layout.defaultNames());
        if (changed.isPresent()) {
            Map<String, String> other = parsed(Files.readString(changed.get()));
            for (Map.Entry<String, String> each : other.entrySet()) {
                check(changed.get(), each, values);
            }
            values.putAll(other);
        }
        return new WarehouseNames(values);
    }

    private static void check(Path file, Map.Entry<String, String> changed, Map<String, String> known)
            throws IOException {
        if (!known.containsKey(changed.getKey())) {
            throw new IOException(file + ": " + changed.getKey() + ": must be one of " + new TreeMap<>(known).keySet());
        }
        if (changed.getValue().isBlank() || changed.getValue().contains(";")) {
            throw new IOException(file + ": " + changed.getKey() + ": must be a name or a condition without ';', was '"
                    + changed.getValue() + "'");
        }
    }

    private static Map<String, String> parsed(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    /** Returns a statement with the names of this warehouse and a list of codes. */
    String filled(String statement, String codes) {
        Matcher matcher = PLACEHOLDER.matcher(statement);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), codes)));
    }

    private String value(String placeholder, String codes) {
        String value = placeholder.equals(ITEMS) ? codes : values.get(placeholder);
        if (value == null) {
            throw new IllegalStateException("The statement contains ${" + placeholder + "}, which has no name");
        }
        return value;
    }
}
