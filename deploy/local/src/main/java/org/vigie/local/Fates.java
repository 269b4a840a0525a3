package org.vigie.local;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vigie.schemas.Origin;

/** What became of every published reading, by raw partition, offset and index. */
final class Fates {
    static final byte UNDECIDED = 0;
    static final byte CLEAN = 1;
    static final byte SUSPECT = 2;
    static final byte REJECTED = 3;
    static final byte DUPLICATE = 4;

    private record Raw(int partition, long offset) {}

    private final Map<Raw, byte[]> published = new HashMap<>();
    private final Map<Raw, Map<Integer, Byte>> early = new HashMap<>();
    private final Set<Raw> quarantined = new HashSet<>();
    private final long[] counts = new long[5];
    private long readings;
    private long conflicts;
    private long again;

    void published(int partition, long offset, int count) {
        var raw = new Raw(partition, offset);
        published.put(raw, new byte[count]);
        readings += count;
        Map<Integer, Byte> decided = early.remove(raw);
        if (decided != null) {
            decided.forEach((index, fate) -> decide(raw, index, fate));
        }
    }

    /** @return true when this reading had no verdict before */
    boolean decided(Origin origin, int index, byte fate) {
        var raw = new Raw(origin.getPartition(), origin.getOffset());
        if (published.containsKey(raw)) {
            return decide(raw, index, fate);
        }
        return early.computeIfAbsent(raw, ignored -> new HashMap<>()).put(index, fate) == null;
    }

    private boolean decide(Raw raw, int index, byte fate) {
        byte[] fates = published.get(raw);
        if (index < 0 || index >= fates.length) {
            conflicts++;
            return false;
        }
        if (fates[index] != UNDECIDED) {
            again++;
            conflicts += fates[index] == fate ? 0 : 1;
            return false;
        }
        fates[index] = fate;
        counts[fate]++;
        return true;
    }

    /** @return true when this record was not in quarantine before */
    boolean quarantined(Origin origin) {
        return quarantined.add(new Raw(origin.getPartition(), origin.getOffset()));
    }

    long readings() {
        return readings;
    }

    long count(byte fate) {
        return counts[fate];
    }

    /** Readings with two different verdicts. */
    long conflicts() {
        return conflicts;
    }

    /** Verdicts that were emitted again after a crash. */
    long again() {
        return again;
    }

    /** Readings without a verdict. */
    long undecided() {
        return readings - decided();
    }

    long decided() {
        return counts[CLEAN] + counts[SUSPECT] + counts[REJECTED] + counts[DUPLICATE];
    }

    boolean conserved() {
        return conflicts == 0 && early.isEmpty() && undecided() == 0;
    }
}
