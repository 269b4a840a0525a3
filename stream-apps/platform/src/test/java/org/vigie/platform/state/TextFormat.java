package org.vigie.platform.state;

import java.nio.charset.StandardCharsets;

/** Stores texts as their letters. */
final class TextFormat implements StateFormat<String> {
    private int written;

    @Override
    public byte[] write(String part) {
        written++;
        return part.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String read(String store, String key, byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns how often a part was written as bytes. */
    int written() {
        return written;
    }
}
