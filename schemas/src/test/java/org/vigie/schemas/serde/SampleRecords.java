package org.vigie.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;

/** Creates records of any schema with random values. The same seed gives the same records. */
final class SampleRecords {
    private SampleRecords() {}

    static Object record(Schema schema, long seed) {
        return new RandomData(schema, 1, seed).iterator().next();
    }

    /** In the Confluent wire format. */
    static byte[] framed(int id, Schema schema, Object record) {
        var out = new ByteArrayOutputStream();
        ConfluentWireFormat.writeHeader(out, id);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new GenericDatumWriter<>(schema).write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
