package org.vigie.replay.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * Writes the records of an Avro container file as lines of JSON. A time is written as text in UTC.
 *
 * @param avro the container file
 */
record RecordLines(Path avro) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    /** Writes the lines into a file and returns the schema of the records. */
    Schema write(Path lines) throws IOException {
        try (var records = new DataFileReader<GenericRecord>(avro.toFile(), new GenericDatumReader<>());
                JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(lines))) {
            for (GenericRecord record : records) {
                write(json, record.getSchema(), record);
                json.writeRaw('\n');
            }
            return records.getSchema();
        }
    }

    private static void write(JsonGenerator json, Schema schema, Object value) throws IOException {
        if (value instanceof GenericRecord record) {
            json.writeStartObject();
            for (Schema.Field field : record.getSchema().getFields()) {
                json.writeFieldName(field.name());
                write(json, field.schema(), record.get(field.pos()));
            }
            json.writeEndObject();
        } else if (value instanceof Collection<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                write(json, present(schema).getElementType(), item);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> entries) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                json.writeFieldName(entry.getKey().toString());
                write(json, present(schema).getValueType(), entry.getValue());
            }
            json.writeEndObject();
        } else {
            writeScalar(json, schema, value);
        }
    }

    private static void writeScalar(JsonGenerator json, Schema schema, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Long time
                && present(schema).getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            json.writeString(TIME.format(Instant.ofEpochMilli(time)));
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            json.writeNumber(number.toString());
        } else {
            json.writeString(value.toString());
        }
    }

    /** Returns the type of a value that is there. */
    static Schema present(Schema schema) {
        return schema.getType() != Schema.Type.UNION
                ? schema
                : schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElse(schema);
    }
}
