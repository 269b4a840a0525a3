package org.vigie.replay.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Adds to the schema of a topic's records what the broker knew of each one: its key, place, time and headers. A replay of the archive needs
 * them, and other readers see further columns.
 *
 * @param record schema of the values of the topic
 */
record ArchivedSchema(Schema record) {
    static final String KEY = "recordKey";
    static final String PARTITION = "recordPartition";
    static final String OFFSET = "recordOffset";
    static final String TIME = "recordTime";
    static final String HEADERS = "recordHeaders";

    /** Returns the schema of the files: the fields of the record first, then those of its place. */
    Schema extended() {
        List<Schema.Field> fields = new ArrayList<>();
        record.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        Schema time = LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
        fields.add(field(KEY, Schema.create(Schema.Type.STRING), "Key of the record.", ""));
        fields.add(field(PARTITION, Schema.create(Schema.Type.INT), "Partition of the topic.", -1));
        fields.add(field(OFFSET, Schema.create(Schema.Type.LONG), "Offset in the partition.", -1L));
        fields.add(field(TIME, time, "Time at which the broker took the record.", 0L));
        Schema headers = Schema.createMap(Schema.create(Schema.Type.STRING));
        fields.add(new Schema.Field(HEADERS, headers, "Headers of the record as text.", Map.of()));
        Schema extended = Schema.createRecord(record.getName(), record.getDoc(), record.getNamespace(), false);
        extended.setFields(fields);
        return extended;
    }

    private static Schema.Field field(String name, Schema schema, String meaning, Object absent) {
        return new Schema.Field(name, schema, meaning, absent);
    }
}
