package org.vigie.alerts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bytes for a store: a version, then the fields in order, big-endian. */
final class Bytes {
    private static final int VERSION = 2;

    private Bytes() {}

    interface Writer {
        void write(DataOutput out) throws IOException;
    }

    interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    static byte[] write(Writer fields) {
        var bytes = new ByteArrayOutputStream(2048);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            fields.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException with code MEMORY_UNREADABLE when another version wrote it */
    static <T> T read(byte[] bytes, Reader<T> fields) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException(
                        "MEMORY_UNREADABLE: format must be " + VERSION + ", was " + version + "; reset alert-streams");
            }
            return fields.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("MEMORY_UNREADABLE", e);
        }
    }
}
