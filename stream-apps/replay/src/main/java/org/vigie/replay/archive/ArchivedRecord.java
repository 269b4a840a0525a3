package org.vigie.replay.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Holds one record of a topic as a file of the archive holds it: the value's fields, then key, place, time and headers.
 *
 * @param schema of the file
 */
record ArchivedRecord(Schema schema, SpecificRecord value, ConsumerRecord<byte[], byte[]> read)
        implements IndexedRecord {
    @Override
    public Schema getSchema() {
        return schema;
    }

    @Override
    public Object get(int field) {
        int fields = value.getSchema().getFields().size();
        return field < fields
                ? value.get(field)
                : place(schema.getFields().get(field).name());
    }

    private Object place(String field) {
        return switch (field) {
            case ArchivedSchema.KEY -> read.key() == null ? "" : new String(read.key(), StandardCharsets.UTF_8);
            case ArchivedSchema.PARTITION -> read.partition();
            case ArchivedSchema.OFFSET -> read.offset();
            case ArchivedSchema.TIME -> Instant.ofEpochMilli(read.timestamp());
            case ArchivedSchema.HEADERS -> headers();
            default -> throw new IllegalArgumentException("no field of the archive: " + field);
        };
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : read.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }

    @Override
    public void put(int field, Object written) {
        throw new UnsupportedOperationException("a record of the archive does not change");
    }
}
