package org.vigie.platform.state;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds parts by key and writes the changed ones to a changelog.
 *
 * <p>Parts that are written at once are records of their own. Parts of a flush are marked, and a last record completes the flush ({@link
 * ChangelogRecord}). A restored flush without its last record is left out, and its keys are written again with the next flush.
 */
final class StatePartTable<V> {
    private final String store;
    private final StateFormat<V> format;
    private final Map<String, HeldPart<V>> parts = new HashMap<>();
    private final KeyOrder inOrder = new KeyOrder();
    private final Set<String> changed = new LinkedHashSet<>();
    private final UnfinishedFlush unfinished = new UnfinishedFlush();
    private @Nullable ChangelogWriter log;

    StatePartTable(String store, StateFormat<V> format) {
        this.store = store;
        this.format = format;
    }

    /** Writes one record to a changelog; a null value deletes the key. */
    interface ChangelogWriter {
        void write(String key, byte @Nullable [] value);
    }

    /** Sets the changelog. Without one, changed parts are not written anywhere. */
    void writeTo(ChangelogWriter changelog) {
        log = changelog;
    }

    /** Takes one record of the changelog, in its order. */
    void restore(String key, byte @Nullable [] value) {
        if (key.equals(ChangelogRecord.FLUSH_KEY)) {
            unfinished.complete(this::hold);
        } else if (value != null && ChangelogRecord.isOfFlush(value)) {
            unfinished.add(key, value);
        } else {
            unfinished.remove(key);
            hold(key, value);
        }
    }

    private void hold(String key, byte @Nullable [] bytes) {
        if (bytes == null) {
            remove(key);
        } else {
            hold(key, HeldPart.stored(bytes));
        }
    }

    private void hold(String key, HeldPart<V> part) {
        if (parts.put(key, part) == null) {
            inOrder.add(key);
        }
    }

    private boolean remove(String key) {
        boolean held = parts.remove(key) != null;
        if (held) {
            inOrder.remove(key);
        }
        return held;
    }

    @Nullable
    V get(String key) {
        HeldPart<V> part = parts.get(key);
        return part == null ? null : part.value(store, key, format);
    }

    boolean contains(String key) {
        return parts.containsKey(key);
    }

    void put(String key, V part) {
        hold(key, HeldPart.of(part));
        change(key);
    }

    void delete(String key) {
        if (remove(key)) {
            change(key);
        }
    }

    private void change(String key) {
        if (log != null) {
            changed.add(key);
        }
    }

    void putNow(String key, V part) {
        changed.remove(key);
        unfinished.remove(key);
        hold(key, HeldPart.of(part));
        if (log != null) {
            log.write(key, format.write(part));
        }
    }

    void deleteNow(String key) {
        changed.remove(key);
        unfinished.remove(key);
        if (remove(key) && log != null) {
            log.write(key, null);
        }
    }

    /** Writes the changed parts and completes the flush. */
    void flush() {
        changed.addAll(unfinished.takeKeys());
        if (log != null && !changed.isEmpty()) {
            flush(log);
        }
        changed.clear();
    }

    private void flush(ChangelogWriter changelog) {
        for (String key : changed) {
            HeldPart<V> part = parts.get(key);
            changelog.write(
                    key, part == null ? ChangelogRecord.deleted() : ChangelogRecord.ofFlush(part.bytes(format)));
        }
        changelog.write(ChangelogRecord.FLUSH_KEY, ChangelogRecord.complete());
        changed.stream().filter(key -> !parts.containsKey(key)).forEach(key -> changelog.write(key, null));
    }

    List<String> keys(String prefix) {
        return inOrder.sorted().tailSet(prefix, true).stream()
                .takeWhile(key -> key.startsWith(prefix))
                .toList();
    }

    List<String> keys(String from, String to) {
        return List.copyOf(inOrder.sorted().subSet(from, true, to, true));
    }

    /** Calls {@code taker} with each part whose key begins with {@code prefix}. It may change the table. */
    void forEach(String prefix, BiConsumer<String, V> taker) {
        List<String> found = new ArrayList<>();
        for (String key : parts.keySet()) {
            if (key.startsWith(prefix)) {
                found.add(key);
            }
        }
        found.forEach(key -> taker.accept(key, requireNonNull(get(key), key)));
    }

    int size() {
        return parts.size();
    }

    void clear() {
        parts.clear();
        inOrder.clear();
        changed.clear();
        unfinished.takeKeys();
    }
}
