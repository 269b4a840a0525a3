package org.vigie.platform.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds the records of a restored flush until its last record is read. */
final class UnfinishedFlush {
    private final Map<String, byte[]> records = new LinkedHashMap<>();

    void add(String key, byte[] value) {
        records.put(key, value);
    }

    void remove(String key) {
        records.remove(key);
    }

    void complete(StatePartTable.ChangelogWriter taker) {
        records.forEach((key, value) -> taker.write(key, ChangelogRecord.partIn(value)));
        records.clear();
    }

    /** Returns the keys of a flush that was not completed, and forgets their values. */
    Set<String> takeKeys() {
        Set<String> keys = records.isEmpty() ? Set.of() : new TreeSet<>(records.keySet());
        records.clear();
        return keys;
    }
}
