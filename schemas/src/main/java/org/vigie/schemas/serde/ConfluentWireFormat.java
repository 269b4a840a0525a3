package org.vigie.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.vigie.schemas.QuarantineReason;

/** Writes and reads the five bytes before every Avro value: zero, then the schema id with the most significant byte first. */
final class ConfluentWireFormat {
    static final int HEADER_BYTES = 5;
    private static final byte MAGIC = 0;

    private ConfluentWireFormat() {}

    static void writeHeader(ByteArrayOutputStream out, int id) {
        out.write(MAGIC);
        out.write(id >>> 24);
        out.write(id >>> 16);
        out.write(id >>> 8);
        out.write(id);
    }

    /** @return the schema id */
    static int readHeader(byte[] bytes) {
        if (bytes.length == 0) {
            throw empty();
        }
        if (bytes[0] != MAGIC || bytes.length < HEADER_BYTES) {
            throw new UnreadableRecordException(
                    QuarantineReason.NOT_FRAMED,
                    "begins with byte " + bytes[0] + " and has " + bytes.length
                            + ", expected 0 and a schema id in the first " + HEADER_BYTES);
        }
        return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    }

    static UnreadableRecordException empty() {
        return new UnreadableRecordException(QuarantineReason.EMPTY, "there is no value");
    }
}
