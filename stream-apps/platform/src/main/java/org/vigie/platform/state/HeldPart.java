package org.vigie.platform.state;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Holds one part in memory: the bytes of the changelog until it is first used, then the object. */
final class HeldPart<V> {
    private @Nullable V value;
    private byte @Nullable [] stored;

    private HeldPart(@Nullable V value, byte @Nullable [] stored) {
        this.value = value;
        this.stored = stored;
    }

    static <V> HeldPart<V> of(V value) {
        return new HeldPart<>(value, null);
    }

    static <V> HeldPart<V> stored(byte[] bytes) {
        return new HeldPart<>(null, bytes);
    }

    V value(String store, String key, StateFormat<V> format) {
        V held = value;
        if (held == null) {
            held = format.read(store, key, requireNonNull(stored, key));
            value = held;
            stored = null;
        }
        return held;
    }

    byte[] bytes(StateFormat<V> format) {
        byte[] bytes = stored;
        return bytes == null ? format.write(requireNonNull(value, "value")) : bytes;
    }
}
