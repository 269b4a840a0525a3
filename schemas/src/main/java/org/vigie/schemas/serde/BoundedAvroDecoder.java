package org.vigie.schemas.serde;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Reads Avro's binary form from one array and checks every length against the remaining bytes.
 *
 * <p>Avro's own decoder accepts any length, so that five damaged bytes can allocate two gigabytes. An item of an array or a map takes at
 * least one byte.
 */
final class BoundedAvroDecoder extends Decoder {
    private final ByteBuffer bytes;
    private final DecodedStringCache strings;

    BoundedAvroDecoder(byte[] bytes, int offset, DecodedStringCache strings) {
        this.strings = strings;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(offset);
    }

    int left() {
        return bytes.remaining();
    }

    @Override
    public void readNull() {
        // a null value takes no bytes
    }

    @Override
    public boolean readBoolean() throws IOException {
        return bytes.get(take(1)) == 1;
    }

    @Override
    public int readInt() throws IOException {
        return Math.toIntExact(readLong());
    }

    @Override
    public long readLong() throws IOException {
        long zigzag = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = bytes.get(take(1));
            zigzag |= (part & 0x7fL) << shift;
            if (part >= 0) {
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw new IOException("a number of more than 10 bytes");
    }

    @Override
    public float readFloat() throws IOException {
        return bytes.getFloat(take(Float.BYTES));
    }

    @Override
    public double readDouble() throws IOException {
        return bytes.getDouble(take(Double.BYTES));
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        return new Utf8(readString());
    }

    @Override
    public String readString() throws IOException {
        int length = checked(readLong());
        return strings.decode(bytes.array(), take(length), length);
    }

    @Override
    public void skipString() throws IOException {
        take(readLong());
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        int length = checked(readLong());
        int start = take(length);
        return ByteBuffer.wrap(Arrays.copyOfRange(bytes.array(), start, start + length));
    }

    @Override
    public void skipBytes() throws IOException {
        take(readLong());
    }

    @Override
    public void readFixed(byte[] into, int start, int length) throws IOException {
        System.arraycopy(bytes.array(), take(length), into, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        take(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        long items = readLong();
        if (items < 0) {
            readLong(); // the size of the block, which only skipping needs
        }
        return checked(Math.abs(items));
    }

    @Override
    public long arrayNext() throws IOException {
        return readArrayStart();
    }

    @Override
    public long skipArray() throws IOException {
        long items = readLong();
        while (items < 0) {
            take(readLong());
            items = readLong();
        }
        return checked(items);
    }

    @Override
    public long readMapStart() throws IOException {
        return readArrayStart();
    }

    @Override
    public long mapNext() throws IOException {
        return readArrayStart();
    }

    @Override
    public long skipMap() throws IOException {
        return skipArray();
    }

    /** Skips {@code length} bytes. @return position at which they begin */
    private int take(long length) throws EOFException {
        int start = bytes.position();
        bytes.position(start + checked(length));
        return start;
    }

    private int checked(long length) throws EOFException {
        if (length < 0 || length > left()) {
            throw new EOFException("announces " + length + " bytes or items where " + left() + " bytes are left");
        }
        return (int) length;
    }
}
