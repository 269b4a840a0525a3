package org.vigie.platform.state;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * Reads state that an earlier release wrote by position: a version in one byte, then the fields in order, big-endian. Nothing is written
 * in this form any more.
 *
 * @param app name of the app, for messages
 * @param oldest oldest version that can be read
 * @param newest newest version that was written
 */
public record PositionalStateReader(String app, int oldest, int newest) {
    /** Reads fields that are the same in all versions. */
    public interface FieldReader<T> {
        T read(DataInput in) throws IOException;
    }

    /** Reads fields that depend on the version. */
    public interface VersionedFieldReader<T> {
        T read(DataInput in, int version) throws IOException;
    }

    /** Returns true for bytes that begin with a version that can be read. Bytes of a {@link StateRecordCodec} do not. */
    public boolean isReadable(byte[] bytes) {
        return bytes.length > 0 && bytes[0] >= oldest && bytes[0] <= newest;
    }

    /**
     * Reads a part.
     *
     * @param store name of the store, for the message
     * @param key key in the store, for the message
     * @throws UnreadableStateException when the bytes are cut short
     */
    public <T> T read(String store, String key, byte[] bytes, FieldReader<T> fields) {
        return read(store, key, bytes, (in, version) -> fields.read(in));
    }

    /** Reads a part whose fields depend on the version, in the same way. */
    public <T> T read(String store, String key, byte[] bytes, VersionedFieldReader<T> fields) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return fields.read(in, in.readByte());
        } catch (IOException e) {
            throw UnreadableStateException.damaged(new StateAddress(app, store, key, "version " + bytes[0]), e);
        }
    }
}
