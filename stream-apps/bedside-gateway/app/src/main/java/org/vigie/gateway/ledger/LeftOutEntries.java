package org.vigie.gateway.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.ValueShape;
import org.vigie.schemas.LeftOutReadings;
import org.vigie.terminology.DropReason;

/** Holds the entries of the inbox of one sender: what was left out, by reason, field, code and unit. Not safe for use by many threads. */
final class LeftOutEntries {
    /** Entries beyond this number are summed up by reason, so that a sender cannot fill the memory or the topic. */
    static final int MAX_ENTRIES = 200;

    /** The code of an entry that sums up others. */
    static final String OTHER = "other";

    private final String source;
    private final String protocol;
    private final Map<String, LeftOutReadings> entries = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    LeftOutEntries(String source, String protocol) {
        this.source = source;
        this.protocol = protocol;
    }

    /** Restores an entry of an earlier run. */
    void restore(String key, LeftOutReadings entry) {
        entries.put(key, entry);
    }

    void add(DroppedElement left, Instant now) {
        LeftOutReadings entry = entry(left, now);
        entry.setCount(entry.getCount() + 1);
        entry.setReadings(entry.getReadings() + left.readings());
        entry.setShape(ValueShape.of(left.value()).text());
        entry.setLastAt(now);
        changed.add(key(entry));
    }

    private LeftOutReadings entry(DroppedElement left, Instant now) {
        String field = SenderAccount.plain(left.field().replaceAll("\\[[0-9]+]", ""));
        LeftOutReadings fresh = entry(
                left.reason(),
                field,
                code(left),
                SenderAccount.plain(left.unit()),
                SenderAccount.plain(left.expected()),
                now);
        boolean isKept = entries.containsKey(key(fresh)) || entries.size() < MAX_ENTRIES;
        LeftOutReadings kept = isKept ? fresh : entry(left.reason(), "", OTHER, "", "", now);
        return entries.computeIfAbsent(key(kept), key -> kept);
    }

    private LeftOutReadings entry(
            DropReason reason, String field, String code, String unit, String expected, Instant now) {
        return new LeftOutReadings(source, protocol, reason.name(), field, code, unit, "", expected, 0L, 0L, now, now);
    }

    /** The code of a reading names a measurement. Any other text may name a patient, and only its shape is kept. */
    private static String code(DroppedElement left) {
        boolean isMeasured = left.readings() > 0;
        return isMeasured
                ? SenderAccount.plain(left.code())
                : ValueShape.of(left.code()).text();
    }

    private static String key(LeftOutReadings entry) {
        return String.join(
                "|",
                entry.getSource(),
                entry.getProtocol(),
                entry.getReason(),
                entry.getField(),
                entry.getCode(),
                entry.getUnit(),
                entry.getExpected());
    }

    LeftOutReadings copy(String key) {
        return LeftOutReadings.newBuilder(entries.get(key)).build();
    }

    /** Returns the keys of the entries that changed since the last call. */
    List<String> takeChanged() {
        List<String> taken = List.copyOf(changed);
        changed.clear();
        return taken;
    }

    void markChanged(String key) {
        changed.add(key);
    }
}
