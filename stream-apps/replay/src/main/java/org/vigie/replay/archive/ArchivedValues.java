package org.vigie.replay.archive;

import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Maps the values of archived records: nested records are those of the topics, the outer one holds its place too. */
final class ArchivedValues extends SpecificData {
    static final ArchivedValues MODEL = new ArchivedValues();

    private ArchivedValues() {
        addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    }

    @Override
    public Object newRecord(Object old, Schema schema) {
        return isOuter(schema) ? new GenericData.Record(schema) : super.newRecord(old, schema);
    }

    private static boolean isOuter(Schema schema) {
        return schema.getField(ArchivedSchema.PARTITION) != null;
    }

    /** Copies the fields of the value out of an archived record. */
    static <V extends SpecificRecord> V value(GenericRecord archived, Class<V> type) {
        Object value = SpecificData.newInstance(type, SpecificData.get().getSchema(type));
        V record = type.cast(value);
        for (Schema.Field field : record.getSchema().getFields()) {
            record.put(field.pos(), archived.get(field.pos()));
        }
        return record;
    }
}
