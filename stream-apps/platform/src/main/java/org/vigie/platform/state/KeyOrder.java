package org.vigie.platform.state;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Keeps keys in their order. New keys are sorted in together when the order is next read, which is seldom. */
final class KeyOrder {
    private final NavigableSet<String> sorted = new TreeSet<>();
    private final List<String> added = new ArrayList<>();
    private final Predicate<String> held;

    /** @param held returns true for a key that was not removed */
    KeyOrder(Predicate<String> held) {
        this.held = held;
    }

    void add(String key) {
        added.add(key);
    }

    void remove(String key) {
        sorted.remove(key);
    }

    /** Returns the keys in order. */
    NavigableSet<String> sorted() {
        added.removeIf(held.negate());
        added.sort(null);
        sorted.addAll(added);
        added.clear();
        return sorted;
    }

    void clear() {
        sorted.clear();
        added.clear();
    }
}
