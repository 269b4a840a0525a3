package org.vigie.schemas.serde;

import org.apache.avro.Schema;

/** Gives a record's schema as it is registered: without the hints for Java's code generator ({@code avro.java.string}). */
public final class PublishedSchema {
    private PublishedSchema() {}

    /** @param generated the schema from a generated class */
    public static Schema of(Schema generated) {
        return new Schema.Parser().parse(generated.toString().replace(",\"avro.java.string\":\"String\"", ""));
    }
}
