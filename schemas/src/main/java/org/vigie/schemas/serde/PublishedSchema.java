package org.vigie.schemas.serde;

import org.apache.avro.Schema;

/** A record's schema as others see it: without the hints to Java's code generator ({@code avro.java.string}). */
public final class PublishedSchema {
    private PublishedSchema() {}

    /** @param generated the schema within a generated class */
    public static Schema of(Schema generated) {
        return new Schema.Parser().parse(generated.toString().replace(",\"avro.java.string\":\"String\"", ""));
    }
}
