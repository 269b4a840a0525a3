package org.vigie.platform.config;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Collects the settings of a configuration by key, and leaves out its secrets: passwords, tokens, log-ins within addresses. */
final class ConfigValueCollector {
    private static final Pattern SECRET = Pattern.compile(".*(token|password|secret)");
    /** Finds in an address its log-in, a part of its path that is as long as a secret, and its parameters. */
    private static final Pattern SECRET_IN_ADDRESS =
            Pattern.compile("(?<=://)[^/@,\\s]+(?=@)|(?<=[^:/]/)[\\w-]{16,}|(?<=\\?)[^,\\]\\s]+");

    private final Map<String, Object> leaves = new TreeMap<>();

    /** Returns each value by its key, without the secrets. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        leaves.forEach((key, leaf) -> values.put(key, shown(key, text(leaf))));
        return values;
    }

    /** Returns each value by its key as it is, with the secrets. */
    Map<String, Object> leaves() {
        return leaves;
    }

    /** Adds a value, or the values inside it: those of a record, a map, or a list of records. */
    void add(String key, Object value) {
        if (value instanceof Optional<?> optional) {
            add(key, optional.isPresent() ? optional.get() : "");
        } else if (value instanceof Record record) {
            Stream.of(record.getClass().getRecordComponents())
                    .forEach(component -> add(joined(key, component.getName()), read(record, component)));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, entry) -> add(joined(key, name.toString()), entry));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Record.class::isInstance)) {
            IntStream.range(0, list.size()).forEach(index -> add(key + "[" + index + "]", list.get(index)));
        } else {
            leaves.put(key, value);
        }
    }

    /** A set has another order at each start. */
    private static String text(Object value) {
        return value instanceof Set<?> set
                ? set.stream().map(String::valueOf).sorted().toList().toString()
                : value.toString();
    }

    /** Returns true when a value holds a secret, so that it is not shown as it is. */
    static boolean isHidden(String key, String text) {
        return !shown(key, text).equals(text);
    }

    private static String shown(String key, String text) {
        if (SECRET.matcher(key.toLowerCase(Locale.ROOT)).matches()) {
            return text.isEmpty() ? "" : "(set)";
        }
        return text.contains("://") ? SECRET_IN_ADDRESS.matcher(text).replaceAll("(hidden)") : text;
    }

    private static String joined(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record.getClass() + "." + component.getName() + " cannot be read", e);
        }
    }
}
