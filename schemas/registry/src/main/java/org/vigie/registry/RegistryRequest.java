package org.vigie.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.SchemaParseException;

/**
 * Holds the parts of one request to the registry.
 *
 * @param arguments values of the variable parts of the path, in order
 * @param query text after the question mark, or empty
 * @param body JSON body, or a missing node
 */
record RegistryRequest(List<String> arguments, String query, JsonNode body) {
    /** Returns the first variable part of the path: a subject, or an id. */
    String firstArgument() {
        return arguments.get(0);
    }

    /** Returns the second variable part of the path: a version. */
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

    /**
     * Returns the schema of the request.
     *
     * @throws RegistryException when it is not an Avro schema, or has references
     */
    AvroSchema schema() {
        bodyText("schemaType").filter(type -> !type.equals("AVRO")).ifPresent(type -> {
            throw RegistryException.invalidSchema("this registry keeps Avro only, was " + type);
        });
        if (!body.path("references").isEmpty()) {
            throw RegistryException.invalidSchema("this registry keeps schemas without references only");
        }
        return parsed(bodyText("schema").orElseThrow(() -> RegistryException.invalidSchema("empty")));
    }

    /**
     * Returns the schema of a request that registers it.
     *
     * @throws RegistryException as {@link #schema}, and when the client chooses an id or a version itself
     */
    AvroSchema schemaToRegister() {
        if (body.path("id").asInt(-1) >= 0 || body.path("version").asInt(-1) > 0) {
            throw RegistryException.notInImportMode(firstArgument());
        }
        return schema();
    }

    private AvroSchema parsed(String text) {
        try {
            var schema = new AvroSchema(text);
            schema.validate(true);
            return hasFlag("normalize") ? schema.normalize() : schema;
        } catch (SchemaParseException e) {
            throw RegistryException.invalidSchema(String.valueOf(e.getMessage()));
        }
    }
}
