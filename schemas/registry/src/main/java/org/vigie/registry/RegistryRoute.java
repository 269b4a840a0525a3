package org.vigie.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An address and its answer.
 *
 * @param places the parts of the address; {@code *} stands for any text
 * @param answer gives what is sent as JSON
 */
record RegistryRoute(String method, List<String> places, Function<RegistryRequest, Object> answer) {
    private static final String ANY = "*";

    static RegistryRoute of(String method, String address, Function<RegistryRequest, Object> answer) {
        return new RegistryRoute(method, split(address), answer);
    }

    /** The parts of an address: {@code /subjects/x} has two, {@code /} none. */
    static List<String> split(String address) {
        return List.of(address.split("/")).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** What stands in the variable places; empty when this is not the address. */
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
