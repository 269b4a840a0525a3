package org.vigie.platform.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Describes the values that a configuration key accepts, in words for the person who writes the file.
 *
 * @param type type of the key's value
 */
record ConfigValueForm(Class<?> type) {
    private static final Set<Class<?>> WHOLE = Set.of(int.class, long.class, short.class, Integer.class, Long.class);
    private static final Set<Class<?>> DECIMAL = Set.of(double.class, float.class, Double.class);
    private static final Map<Class<?>, String> WORDS = Map.of(
            boolean.class, "true or false",
            Boolean.class, "true or false",
            Duration.class, "a duration such as PT30S",
            String.class, "text",
            Path.class, "a path");

    /** Returns the words after "must be". */
    String text() {
        if (WHOLE.contains(type) || DECIMAL.contains(type)) {
            return WHOLE.contains(type) ? "a whole number" : "a number";
        }
        if (type.isEnum()) {
            return "one of " + constants();
        }
        return WORDS.getOrDefault(type, Collection.class.isAssignableFrom(type) ? "a list" : named());
    }

    private String constants() {
        return Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private String named() {
        String name = type.getSimpleName();
        return ("AEIOU".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }
}
