package org.vigie.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One request, taken apart.
 *
 * @param arguments what stands in the variable places of its address, in order
 * @param query what stands after the question mark, or empty
 * @param body its JSON, or a missing node
 */
record RegistryRequest(List<String> arguments, String query, JsonNode body) {
    /** The first variable place: a subject, or an id. */
    String firstArgument() {
        return arguments.get(0);
    }

    /** The second variable place: a version. */
    String secondArgument() {
        return arguments.get(1);
    }

    boolean hasFlag(String flag) {
        return parameter(flag).filter("true"::equalsIgnoreCase).isPresent();
    }

    Optional<String> parameter(String name) {
        return Arrays.stream(query.split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst();
    }

    Optional<String> bodyText(String field) {
        return Optional.ofNullable(body.path(field).textValue());
    }
}
