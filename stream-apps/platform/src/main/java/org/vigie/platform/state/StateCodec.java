package org.vigie.platform.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Writes and reads the state of an app in its store: a version, then the fields in order, big-endian.
 *
 * @param oldest version that can still be read
 * @param version of the app's format
 * @param app is to be reset when what it wrote is of another version or cut short
 */
public record StateCodec(int oldest, int version, String app) {
    private static final int USUAL_SIZE = 2048;

    /** A format of which no older version is in use. */
    public StateCodec(int version, String app) {
        this(version, version, app);
    }

    /** Writes the fields in order. */
    public interface StateWriter {
        void write(DataOutput out) throws IOException;
    }

    /** Reads the fields in the same order. */
    public interface StateReader<T> {
        T read(DataInput in) throws IOException;
    }

    /** Reads the state of a format whose older versions are read too. */
    public interface VersionedStateReader<T> {
        T read(DataInput in, int version) throws IOException;
    }

    public byte[] write(StateWriter fields) {
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(version);
            fields.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws UnreadableStateException when another version wrote it, or when it is cut short
     */
    public <T> T read(byte[] bytes, StateReader<T> fields) {
        return read(bytes, (in, version) -> fields.read(in));
    }

    /** The same for fields that depend on the version. */
    public <T> T read(byte[] bytes, VersionedStateReader<T> fields) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int found = in.readByte();
            if (found < oldest || found > version) {
                throw new UnreadableStateException(
                        "format must be " + version + ", was " + found + "; reset " + app, null);
            }
            return fields.read(in, found);
        } catch (IOException e) {
            throw new UnreadableStateException("cut short; reset " + app, e);
        }
    }
}
