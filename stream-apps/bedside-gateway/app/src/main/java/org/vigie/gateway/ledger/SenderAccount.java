package org.vigie.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.LeftOutReadings;
import org.vigie.terminology.DropReason;

/**
 * Holds the counts of one sender by one protocol, with its entries of the inbox. {@code readings = published + left out} always holds:
 * {@link #balance} counts a difference as {@link DropReason#UNACCOUNTED}.
 *
 * <p>Not safe for use by many threads.
 */
final class SenderAccount {
    private static final int MAX_TEXT_LENGTH = 100;

    private final CountedReadings counts;
    private final LeftOutEntries entries;
    private boolean countsChanged;

    private SenderAccount(CountedReadings counts) {
        this.counts = counts;
        this.entries = new LeftOutEntries(counts.getSource(), counts.getProtocol());
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
        entries.restore(key, entry);
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
                .withExpected(missing > 0 ? "a reason for each reading" : "one result for each reading"));
    }

    /** Counts an element that is left out, and updates its entry of the inbox. */
    void leaveOut(DroppedElement left) {
        Instant now = counts.getLastAt();
        if (left.readings() > 0) {
            counts.getLeftOut().merge(left.reason().name(), (long) left.readings(), Long::sum);
        }
        entries.add(left, now);
    }

    /** Returns a copy of the counts. */
    CountedReadings counts() {
        return CountedReadings.newBuilder(counts).build();
    }

    /** Returns a copy of one entry of the inbox. */
    LeftOutReadings entry(String key) {
        return entries.copy(key);
    }

    boolean takeCountsChanged() {
        boolean changed = countsChanged;
        countsChanged = false;
        return changed;
    }

    /** Returns the keys of the entries that changed since the last call. */
    List<String> takeChangedEntries() {
        return entries.takeChanged();
    }

    void markCountsChanged() {
        countsChanged = true;
    }

    void markEntryChanged(String key) {
        entries.markChanged(key);
    }
}
