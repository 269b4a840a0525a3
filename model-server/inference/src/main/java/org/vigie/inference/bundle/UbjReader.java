package org.vigie.inference.bundle;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a document of <a href="https://ubjson.org">Universal Binary JSON</a>, the form of boosted trees. Each length is compared with the bytes
 * that are left before memory is taken for it, and the items of a document are counted.
 */
final class UbjReader {
    private static final int DEEPEST = 32;
    private static final String WITHOUT_BYTES = "TFZN";
    /** A small file could fill the memory with empty objects; the trees of a node are eleven numbers. */
    private static final int MOST_ITEMS = 8_000_000;

    private final ByteBuffer bytes;
    private int read;

    private UbjReader(byte[] content) {
        this.bytes = ByteBuffer.wrap(content);
    }

    /** Reads an object: maps, lists, numbers and texts. @throws IOException when the bytes are no such document */
    static Map<?, ?> read(byte[] content) throws IOException {
        var reader = new UbjReader(content);
        try {
            return reader.value(reader.bytes.get(), 0) instanceof Map<?, ?> document ? document : Map.of();
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IOException("ends early", e);
        }
    }

    private Object value(byte type, int depth) throws IOException {
        if (++read > MOST_ITEMS) {
            throw new IOException("holds more than " + MOST_ITEMS + " items");
        }
        return item(type, depth);
    }

    private Object item(byte type, int depth) throws IOException {
        return switch (type) {
            case 'i' -> (long) bytes.get();
            case 'U' -> (long) (bytes.get() & 0xff);
            case 'I' -> (long) bytes.getShort();
            case 'l' -> (long) bytes.getInt();
            case 'L' -> bytes.getLong();
            case 'd' -> (double) bytes.getFloat();
            case 'D' -> bytes.getDouble();
            case 'T', 'F', 'Z', 'N' -> type == 'T';
            case 'C' -> String.valueOf((char) bytes.get());
            case 'S' -> text();
            case '{', '[' -> container(type, depth + 1);
            default -> throw new IOException("holds the unknown type " + type);
        };
    }

    private Object container(byte type, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("is nested more than " + DEEPEST + " deep");
        }
        return type == '{' ? object(depth) : array(depth);
    }

    private Map<String, Object> object(int depth) throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        while (bytes.get(bytes.position()) != '}') {
            object.put(text(), value(bytes.get(), depth));
        }
        bytes.get();
        return object;
    }

    private List<Object> array(int depth) throws IOException {
        byte type = bytes.get(bytes.position()) == '$' ? itemType() : 0;
        return bytes.get(bytes.position()) == '#' ? counted(type, depth) : uncounted(depth);
    }

    /** A type whose items take no bytes would let a small file announce any number of them. */
    private byte itemType() throws IOException {
        bytes.get();
        byte type = bytes.get();
        if (WITHOUT_BYTES.indexOf(type) >= 0) {
            throw new IOException("holds a list of the type " + (char) type + ", whose items take no bytes");
        }
        return type;
    }

    private List<Object> counted(byte type, int depth) throws IOException {
        bytes.get();
        List<Object> items = new ArrayList<>();
        for (int left = length(); left > 0; left--) {
            items.add(value(type == 0 ? bytes.get() : type, depth));
        }
        return items;
    }

    private List<Object> uncounted(int depth) throws IOException {
        List<Object> items = new ArrayList<>();
        for (byte type = bytes.get(); type != ']'; type = bytes.get()) {
            items.add(value(type, depth));
        }
        return items;
    }

    private String text() throws IOException {
        byte[] text = new byte[length()];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Reads a length. An item takes at least one byte, so that no length is larger than the rest. */
    private int length() throws IOException {
        if (!(value(bytes.get(), DEEPEST) instanceof Long length) || length < 0 || length > bytes.remaining()) {
            throw new IOException("announces more than it holds");
        }
        return length.intValue();
    }
}
