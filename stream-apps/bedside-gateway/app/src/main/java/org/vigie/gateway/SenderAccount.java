package org.vigie.gateway;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.ValueShape;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.LeftOutReadings;
import org.vigie.terminology.DropReason;

/**
 * The counts of one sender by one protocol, with its entries of the inbox. {@code readings = published + left out} always holds: {@link
 * #balance} counts a difference as {@link DropReason#UNACCOUNTED}.
 *
 * <p>Not safe for use by many threads.
 */
final class SenderAccount {
    /** Entries beyond this number are summed up by reason, so that a sender cannot fill the memory or the topic. */
    static final int MAX_ENTRIES = 200;

    /** The code of an entry that sums up others. */
    static final String OTHER = "other";

    private static final int MAX_TEXT_LENGTH = 100;

    private final CountedReadings counts;
    private final Map<String, LeftOutReadings> entries = new HashMap<>();
    private final Set<String> changedEntries = new HashSet<>();
    private boolean countsChanged;

    private SenderAccount(CountedReadings counts) {
        this.counts = counts;
    }

    static SenderAccount open(String sender, IntakeProtocol protocol, Instant now) {
        return new SenderAccount(
                new CountedReadings(sender, protocol.name(), 0L, 0L, 0L, 0L, new TreeMap<>(), 0L, now, now));
    }

    /** Opens an account with the counts of an earlier run. */
    static SenderAccount restore(CountedReadings counted) {
        counted.setLeftOut(new TreeMap<>(counted.getLeftOut()));
        return new SenderAccount(counted);
    }

    void restore(String key, LeftOutReadings entry) {
        entries.put(key, entry);
    }

    /** Replaces control characters, which would break keys, and cuts long text. */
    static String plain(String sent) {
        String line = sent.replaceAll("[\\p{Cntrl}]", " ");
        return line.length() <= MAX_TEXT_LENGTH ? line : line.substring(0, MAX_TEXT_LENGTH - 1) + "…";
    }

    void touch(Instant now) {
        counts.setLastAt(now);
        countsChanged = true;
    }

    void addMessage() {
        counts.setMessages(counts.getMessages() + 1);
    }

    void addRefusal() {
        counts.setRefused(counts.getRefused() + 1);
    }

    void addReadings(int readings) {
        counts.setReadings(counts.getReadings() + readings);
    }

    void addPublished(int readings) {
        counts.setPublished(counts.getPublished() + readings);
    }

    void addLate(int readings) {
        counts.setLate(counts.getLate() + readings);
    }

    /**
     * Counts the difference between the readings of a message and their results.
     *
     * @param missing readings that are neither published nor left out; negative for readings that are counted twice. These are added to
     *     the readings, so that the equation holds.
     */
    void balance(int missing) {
        if (missing == 0) {
            return;
        }
        addReadings(Math.max(0, -missing));
        leaveOut(new DroppedElement("", "", "", "", DropReason.UNACCOUNTED)
                .withReadings(Math.abs(missing))
                .withExpected(missing > 0 ? "a reason for each reading" : "one fate for each reading"));
    }

    /** Counts an element that is left out, and updates its entry of the inbox. */
    void leaveOut(DroppedElement left) {
        Instant now = counts.getLastAt();
        if (left.readings() > 0) {
            counts.getLeftOut().merge(left.reason().name(), (long) left.readings(), Long::sum);
        }
        LeftOutReadings entry = entry(left);
        entry.setCount(entry.getCount() + 1);
        entry.setReadings(entry.getReadings() + left.readings());
        entry.setShape(ValueShape.of(left.value()).text());
        entry.setLastAt(now);
        changedEntries.add(key(entry));
    }

    private LeftOutReadings entry(DroppedElement left) {
        String field = plain(left.field().replaceAll("\\[[0-9]+]", ""));
        LeftOutReadings fresh = entry(left.reason(), field, code(left), plain(left.unit()), plain(left.expected()));
        LeftOutReadings known = entries.get(key(fresh));
        if (known != null) {
            return known;
        }
        LeftOutReadings kept = entries.size() < MAX_ENTRIES ? fresh : entry(left.reason(), "", OTHER, "", "");
        return entries.computeIfAbsent(key(kept), key -> kept);
    }

    private LeftOutReadings entry(DropReason reason, String field, String code, String unit, String expected) {
        return new LeftOutReadings(
                counts.getSource(),
                counts.getProtocol(),
                reason.name(),
                field,
                code,
                unit,
                "",
                expected,
                0L,
                0L,
                counts.getLastAt(),
                counts.getLastAt());
    }

    /** The code of a reading names a measurement. Any other text may name a patient, and only its shape is kept. */
    private static String code(DroppedElement left) {
        boolean isMeasured = left.readings() > 0;
        return isMeasured ? plain(left.code()) : ValueShape.of(left.code()).text();
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

    /** Returns a copy of the counts. */
    CountedReadings counts() {
        return CountedReadings.newBuilder(counts).build();
    }

    /** Returns a copy of one entry of the inbox. */
    LeftOutReadings entry(String key) {
        return LeftOutReadings.newBuilder(entries.get(key)).build();
    }

    boolean takeCountsChanged() {
        boolean changed = countsChanged;
        countsChanged = false;
        return changed;
    }

    /** Returns the keys of the entries that changed since the last call. */
    List<String> takeChangedEntries() {
        List<String> changed = List.copyOf(changedEntries);
        changedEntries.clear();
        return changed;
    }

    void markCountsChanged() {
        countsChanged = true;
    }

    void markEntryChanged(String key) {
        changedEntries.add(key);
    }
}
