package org.vigie.platform.state;

/**
 * Writes and reads the parts of one store.
 *
 * @param <V> type of the parts; a sealed interface when the store holds several kinds
 */
public interface StateFormat<V> {
    /** Returns the bytes of a part. The first byte must be greater than 1; a {@link StateRecordCodec} writes such bytes. */
    byte[] write(V part);

    /**
     * Reads a part.
     *
     * @param store name of the store, for messages
     * @param key key of the part
     * @throws UnreadableStateException when the bytes cannot be read
     */
    V read(String store, String key, byte[] bytes);
}
