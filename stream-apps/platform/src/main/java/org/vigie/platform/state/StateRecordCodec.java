package org.vigie.platform.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes and reads state records of one type in Avro's single-object encoding: two marker bytes, the fingerprint of the schema, the
 * fields.
 *
 * <p>Fields are matched by name. A field that the reader does not know is ignored. A field that the writer did not know gets its default.
 * No registry is asked. Source: Apache Avro specification, single-object encoding.
 *
 * @param <R> generated record
 */
public final class StateRecordCodec<R extends SpecificRecord> {
    private static final int HEADER_BYTES = 10;
    private static final int FINGERPRINT_AT = 2;
    private static final byte[] MARKER = {(byte) 0xC3, 0x01};

    private final ReleasedStateSchemas released;
    private final BinaryMessageEncoder<R> encoder;
    private final BinaryMessageDecoder<R> decoder;

    /**
     * Creates a codec.
     *
     * @param type generated record
     * @param newest its schema
     * @param released schemas in which stored state may be written
     */
    public StateRecordCodec(Class<R> type, Schema newest, ReleasedStateSchemas released) {
        var model = new SpecificData(type.getClassLoader());
        model.setCustomCoders(true);
        this.released = released;
        this.encoder = new BinaryMessageEncoder<>(model, newest);
        this.decoder = new BinaryMessageDecoder<>(model, newest, released);
    }

    /** Returns true for bytes that begin like those of a codec. */
    public static boolean isEncoded(byte[] bytes) {
        return bytes.length >= HEADER_BYTES && bytes[0] == MARKER[0] && bytes[1] == MARKER[1];
    }

    /** Returns the bytes of a record. */
    public byte[] write(R state) {
        try {
            ByteBuffer encoded = encoder.encode(state);
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a record.
     *
     * @param store name of the store, for the message
     * @param key key in the store, for the message
     * @throws UnreadableStateException when its schema is unknown, or when the bytes are damaged
     */
    public R read(String store, String key, byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (MissingSchemaException e) {
            throw UnreadableStateException.unknownSchema(address(store, key, bytes), e);
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
            throw UnreadableStateException.damaged(address(store, key, bytes), e);
        }
    }

    private StateAddress address(String store, String key, byte[] bytes) {
        return new StateAddress(released.app(), store, key, fingerprint(bytes));
    }

    private static String fingerprint(byte[] bytes) {
        return isEncoded(bytes)
                ? "%016x"
                        .formatted(ByteBuffer.wrap(bytes)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getLong(FINGERPRINT_AT))
                : "none";
    }
}
