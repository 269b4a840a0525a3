package org.vigie.schemas.serde;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads the header and the blocks of an Avro container file. It takes no more memory than its limits allow. */
final class BoundedAvroInput implements Closeable {
    private static final String BLOCK = "bytes of a block";
    private static final byte[] MAGIC = {'O', 'b', 'j', 1};
    private static final int SYNC_BYTES = 16;
    private static final int MOST_TEXT_BYTES = 1 << 20;
    private static final int MOST_BLOCK_BYTES = 16 << 20;
    private static final int MOST_NAMES = 100;

    private final DataInputStream in;

    BoundedAvroInput(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in));
    }

    /**
     * Holds one block of a container file.
     *
     * @param records number of records in it
     */
    record Block(long records, byte[] content) {}

    /** Reads the names and values before the first block. */
    Map<String, String> header() throws IOException {
        if (!Arrays.equals(MAGIC, in.readNBytes(MAGIC.length))) {
            throw new IOException("it does not begin as an Avro container file");
        }
        Map<String, String> header = new HashMap<>();
        for (long names = number(); names != 0; names = number()) {
            requireAtMost("names in the header", names, MOST_NAMES);
            for (long name = 0; name < names; name++) {
                header.put(text(), text());
            }
            requireAtMost("names in the header", header.size(), MOST_NAMES);
        }
        return header;
    }

    /** Reads the mark that ends each block of this file. */
    byte[] mark() throws IOException {
        return bytes("bytes of the mark", SYNC_BYTES, SYNC_BYTES);
    }

    boolean hasNext() throws IOException {
        in.mark(1);
        boolean isThere = in.read() >= 0;
        in.reset();
        return isThere;
    }

    /**
     * Reads the next block, which must end with the mark. A record takes at least one byte.
     *
     * @param isDeflated whether the block is compressed
     */
    Block next(byte[] mark, boolean isDeflated) throws IOException {
        long records = number();
        byte[] written = bytes(BLOCK, number(), MOST_BLOCK_BYTES);
        if (!Arrays.equals(mark, mark())) {
            throw new IOException("a block ends without the mark of this file");
        }
        byte[] content = isDeflated ? inflated(written) : written;
        requireAtMost("records of a block", records, content.length);
        return new Block(records, content);
    }

    /** Few bytes can become any number: no more than the limit is inflated. */
    private static byte[] inflated(byte[] written) throws IOException {
        var inflater = new Inflater(true);
        try (var in = new InflaterInputStream(new ByteArrayInputStream(written), inflater)) {
            byte[] content = in.readNBytes(MOST_BLOCK_BYTES + 1);
            requireAtMost(BLOCK, content.length, MOST_BLOCK_BYTES);
            return content;
        } finally {
            inflater.end();
        }
    }

    private String text() throws IOException {
        return new String(bytes("bytes of a text in the header", number(), MOST_TEXT_BYTES), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String what, long length, int most) throws IOException {
        requireAtMost(what, length, most);
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException("it ends early");
        }
        return bytes;
    }

    private static void requireAtMost(String what, long length, int most) throws IOException {
        if (length < 0 || length > most) {
            throw new IOException(what + ": must be 0 to " + most + ", was " + length);
        }
    }

    /** Reads a number as Avro writes it: seven bits in each byte, the sign in the last bit. */
    private long number() throws IOException {
        long zigzag = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE - 1) {
            int part = in.read();
            if (part < 0) {
                throw new EOFException("it ends early");
            }
            zigzag |= (part & 0x7fL) << shift;
            if (part <= Byte.MAX_VALUE) {
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw new IOException("a number of more than 10 bytes");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
