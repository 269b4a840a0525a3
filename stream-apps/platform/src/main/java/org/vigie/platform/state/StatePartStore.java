package org.vigie.platform.state;

import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.StateStore;
import org.jspecify.annotations.Nullable;

/**
 * Holds the parts of a task's state as objects in memory. Each part has a key, and a changelog topic holds the parts across restarts.
 *
 * <p>{@link #put} and {@link #delete} reach the changelog together, before the next commit of offsets: after a crash either all changes of
 * a commit interval are there or none. {@link #putNow} and {@link #deleteNow} reach the changelog at once and alone. A part that is
 * changed in place must be put again.
 *
 * @param <V> type of the parts
 */
public interface StatePartStore<V> extends StateStore {
    /**
     * Returns a part; null when there is none.
     *
     * @throws UnreadableStateException when its stored bytes cannot be read
     */
    @Nullable
    V get(String key);

    /** Returns true when there is a part. It is not read: its stored bytes may be unreadable. */
    boolean contains(String key);

    /** Stores a part with the next commit. */
    void put(String key, V part);

    /** Deletes a part with the next commit. */
    void delete(String key);

    /** Stores a part at once. An unwritten change of the same key is replaced. */
    void putNow(String key, V part);

    /** Deletes a part at once. */
    void deleteNow(String key);

    /** Returns the keys that begin with {@code prefix}, in their order. */
    List<String> keys(String prefix);

    /** Returns the keys between two keys, both included, in their order. */
    List<String> keys(String from, String to);

    /** Calls {@code taker} with each part whose key begins with {@code prefix}, in no particular order. It may change the store. */
    void forEach(String prefix, BiConsumer<String, V> taker);

    /** Returns the number of parts. */
    int size();
}
