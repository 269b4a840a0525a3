package org.vigie.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.avro.SchemaParseException;

/** The schema in a request. */
final class PostedSchemaParser {
    private PostedSchemaParser() {}

    static AvroSchema of(RegistryRequest call) {
        call.bodyText("schemaType").filter(type -> !type.equals("AVRO")).ifPresent(type -> {
            throw RegistryException.invalidSchema("this registry keeps Avro only, was " + type);
        });
        if (!call.body().path("references").isEmpty()) {
            throw RegistryException.invalidSchema("this registry keeps schemas without references only");
        }
        return parsed(call);
    }

    /** As {@link #of}, and without an id or version that the registry did not give. */
    static AvroSchema toRegister(RegistryRequest call) {
        if (call.body().path("id").asInt(-1) >= 0 || call.body().path("version").asInt(-1) > 0) {
            throw RegistryException.notInImportMode(call.firstArgument());
        }
        return of(call);
    }

    private static AvroSchema parsed(RegistryRequest call) {
        String text = call.bodyText("schema").orElseThrow(() -> RegistryException.invalidSchema("empty"));
        try {
            var schema = new AvroSchema(text);
            schema.validate(true);
            return call.hasFlag("normalize") ? schema.normalize() : schema;
        } catch (SchemaParseException e) {
            throw RegistryException.invalidSchema(e.getMessage());
        }
    }
}
