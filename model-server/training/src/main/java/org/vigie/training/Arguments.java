package org.vigie.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A command's {@code --name value} pairs, each taken once. What is wrong is said in a sentence for the user. */
final class Arguments {
    private final String usage;
    private final List<String> left;

    Arguments(String usage, String... arguments) {
        this.usage = usage;
        left = new ArrayList<>(List.of(arguments));
    }

    /** @throws IllegalArgumentException when it has no value */
    Optional<String> take(String option) {
        int at = left.indexOf(option);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == left.size()) {
            throw new IllegalArgumentException(option + ": needs a value\n" + usage);
        }
        left.remove(at);
        return Optional.of(left.remove(at));
    }

    /** @throws IllegalArgumentException when it is missing */
    Path path(String option) {
        return Path.of(take(option).orElseThrow(() -> new IllegalArgumentException(option + ": missing\n" + usage)));
    }

    /** @throws IllegalArgumentException when it is no whole number */
    long number(String option, long otherwise) {
        Optional<String> value = take(option);
        try {
            return value.map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + ": must be a whole number, was '" + value.orElse("") + "'", e);
        }
    }

    /** @throws IllegalArgumentException when it is no number */
    OptionalDouble fraction(String option) {
        Optional<String> value = take(option);
        try {
            return value.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value.get()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + ": must be a number, was '" + value.get() + "'", e);
        }
    }

    /** @throws IllegalArgumentException when it is neither on nor off */
    boolean flag(String option, boolean otherwise) {
        String value = take(option).orElse(otherwise ? "on" : "off");
        if (!value.matches("on|off")) {
            throw new IllegalArgumentException(option + ": must be on or off, was '" + value + "'");
        }
        return value.equals("on");
    }

    /** Whether it stands there; it has no value. */
    boolean has(String option) {
        return left.remove(option);
    }

    /** @throws IllegalArgumentException when something was not taken */
    void finish() {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(left.get(0) + ": unknown option\n" + usage);
        }
    }
}
