package org.vigie.platform.state;

import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Keeps keys in their order. New keys are sorted in together when the order is next read, which is seldom. */
final class KeyOrder {
    private final NavigableSet<String> sorted = new TreeSet<>();
    private final Set<String> added = new HashSet<>();

    void add(String key) {
        added.add(key);
    }

    /** Removes a key. One that was never sorted in costs no search in the order. */
    void remove(String key) {
        if (!added.remove(key)) {
            sorted.remove(key);
        }
    }

    /** Returns the keys in order. */
    NavigableSet<String> sorted() {
        sorted.addAll(added);
        added.clear();
        return sorted;
    }

    void clear() {
        sorted.clear();
        added.clear();
    }
}
