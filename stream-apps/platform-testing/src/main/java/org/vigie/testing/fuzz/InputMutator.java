package org.vigie.testing.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Changes valid input at random to test a reader with broken input.
 *
 * <p>It flips bits, replaces bytes and repeats or removes chunks. It also inserts extreme numbers and delimiters and appends the tail of
 * another input.
 */
public final class InputMutator {
    private static final int LARGEST = 1 << 20;
    private static final List<byte[]> TOKENS = Stream.of(
                    "-1",
                    "0",
                    "1e400",
                    "-2147483648",
                    "9223372036854775807",
                    "99999999999999999999",
                    "NaN",
                    "null",
                    "\"",
                    "{",
                    "}",
                    "[",
                    "]",
                    "<",
                    "/>",
                    "&amp;",
                    ",",
                    ":",
                    "\\u0000",
                    "\u0000",
                    "\r\n",
                    "\ufeff",
                    "é",
                    "~",
                    "#",
                    "../",
                    "x4096",
                    " ",
                    "+",
                    "/1")
            .map(token -> token.getBytes(StandardCharsets.UTF_8))
            .toList();

    private final List<byte[]> corpus;
    private final Random random;

    /**
     * @param corpus valid inputs
     * @param seed random seed; the same seed gives the same changes
     */
    public InputMutator(List<byte[]> corpus, long seed) {
        this.corpus = List.copyOf(corpus);
        this.random = new Random(seed);
    }

    /** Returns one input of the corpus with one to eight changes. */
    public byte[] next() {
        byte[] bytes = any().clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes && bytes.length > 0 && bytes.length < LARGEST; i++) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] any() {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private byte[] changed(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(64));
        return switch (random.nextInt(7)) {
            case 0 -> flipped(bytes, at);
            case 1 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
            case 2 -> joined(bytes, at, new byte[0], to);
            case 3 -> joined(bytes, to, copy(bytes, at, to), to);
            case 4 -> joined(bytes, at, TOKENS.get(random.nextInt(TOKENS.size())), at);
            case 5 -> joined(bytes, at, TOKENS.get(random.nextInt(TOKENS.size())), to);
            default -> spliced(bytes, at);
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private byte[] spliced(byte[] bytes, int at) {
        byte[] other = any();
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        return joined(bytes, at, copy(other, from, other.length), bytes.length);
    }

    private static byte[] copy(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    /** Returns {@code bytes} with {@code middle} in place of the bytes from {@code cut} to {@code rest}. */
    private static byte[] joined(byte[] bytes, int cut, byte[] middle, int rest) {
        var out = new ByteArrayOutputStream(bytes.length + middle.length);
        out.write(bytes, 0, cut);
        out.writeBytes(middle);
        out.write(bytes, rest, bytes.length - rest);
        return out.toByteArray();
    }
}
