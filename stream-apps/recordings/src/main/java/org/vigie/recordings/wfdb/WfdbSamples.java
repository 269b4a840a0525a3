package org.vigie.recordings.wfdb;

import java.nio.ByteBuffer;
import org.vigie.recordings.MalformedRecordingFile;

/**
 * Reads the digital values of a WFDB signal file, one after the other as they are interleaved, as PhysioNet's signal(5) describes the
 * formats 16, 80 and 212. A format's smallest value says "no sample".
 */
interface WfdbSamples {
    int ABSENT = Integer.MIN_VALUE;

    /** Returns value {@code index} of the file. */
    int at(int index);

    /** Returns the number of whole values in the file. */
    int count();

    /** @throws MalformedRecordingFile when the format is none of these */
    static WfdbSamples of(String file, int format, ByteBuffer bytes, long offset) throws MalformedRecordingFile {
        int from = (int) Math.min(offset, bytes.limit());
        return switch (format) {
            case 16 -> samples((bytes.limit() - from) / 2, index -> sixteen(bytes, from + 2 * index));
            case 80 -> samples(bytes.limit() - from, index -> eighty(bytes.get(from + index)));
            case 212 -> samples(count212(bytes.limit() - from), index -> twelve(bytes, from, index));
            default -> throw new MalformedRecordingFile(file + ": format must be 16, 80 or 212, was " + format);
        };
    }

    /** Reads little-endian two's complement. */
    private static int sixteen(ByteBuffer bytes, int at) {
        int value = (short) ((bytes.get(at) & 0xff) | bytes.get(at + 1) << 8);
        return value == Short.MIN_VALUE ? ABSENT : value;
    }

    /** Reads offset binary: 128 is 0. */
    private static int eighty(byte sample) {
        int value = (sample & 0xff) - 128;
        return value == -128 ? ABSENT : value;
    }

    /** Reads two values of 12 bits in three bytes. */
    private static int twelve(ByteBuffer bytes, int from, int index) {
        int at = from + index / 2 * 3;
        int raw = index % 2 == 0
                ? (bytes.get(at) & 0xff) | (bytes.get(at + 1) & 0x0f) << 8
                : (bytes.get(at + 2) & 0xff) | (bytes.get(at + 1) & 0xf0) << 4;
        int value = raw >= 2048 ? raw - 4096 : raw;
        return value == -2048 ? ABSENT : value;
    }

    private static int count212(int bytes) {
        return bytes / 3 * 2 + (bytes % 3 == 2 ? 1 : 0);
    }

    private static WfdbSamples samples(int count, java.util.function.IntUnaryOperator value) {
        return new WfdbSamples() {
            @Override
            public int at(int index) {
                return value.applyAsInt(index);
            }

            @Override
            public int count() {
                return count;
            }
        };
    }
}
