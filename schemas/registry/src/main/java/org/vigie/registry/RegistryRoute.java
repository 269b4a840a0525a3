package org.vigie.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Maps one path to its answer.
 *
 * @param places parts of the path; {@code *} matches any text
 * @param answer returns the value that is sent as JSON
 */
record RegistryRoute(String method, List<String> places, Function<RegistryRequest, Object> answer) {
    private static final String ANY = "*";

    static RegistryRoute of(String method, String address, Function<RegistryRequest, Object> answer) {
        return new RegistryRoute(method, split(address), answer);
    }

    static RegistryRoute get(String address, Function<RegistryRequest, Object> answer) {
        return of("GET", address, answer);
    }

    static RegistryRoute post(String address, Function<RegistryRequest, Object> answer) {
        return of("POST", address, answer);
    }

    static RegistryRoute put(String address, Function<RegistryRequest, Object> answer) {
        return of("PUT", address, answer);
    }

    /** Returns whether the route registers, deletes or sets something. Looking up and testing a schema is a POST, too. */
    boolean isChange() {
        boolean registers = method.equals("POST") && places.get(0).equals("subjects") && places.size() == 3;
        return registers || method.equals("PUT") || method.equals("DELETE");
    }

    /** Splits a path into its parts: {@code /subjects/x} has two, {@code /} none. */
    static List<String> split(String address) {
        return List.of(address.split("/")).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Returns the values of the variable parts; empty when the path differs. */
    Optional<List<String>> match(String asked, List<String> parts) {
        if (!method.equals(asked) || parts.size() != places.size()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (places.get(i).equals(ANY)) {
                arguments.add(parts.get(i));
            } else if (!places.get(i).equals(parts.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(arguments));
    }
}
