package org.vigie.alerts.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.Alert;

/**
 * Checks a ledger entry by entry, in the order of its partitions, and stops at the first entry that breaks an invariant.
 *
 * <p>The invariants: the chain is unbroken. No clear comes without a raise and no acknowledgement before a raise. Every pause, shelving and
 * limit ends. A rule has at most one open episode per stay. An entry that was sent twice is identical and counts once.
 */
public final class LedgerCheck {
    private final Map<String, StayLedgerCheck> stays = new HashMap<>();
    private final EntryTally tally = new EntryTally();

    /**
     * Names the first entry that breaks an invariant.
     *
     * @param place {@code topic-partition-offset}, or {@code file:line}
     * @param stay stay of the entry
     * @param sequence sequence number of the entry
     * @param what the broken invariant
     */
    public record LedgerBreach(String place, String stay, long sequence, String what) {
        @Override
        public String toString() {
            return place + ": stay " + stay + ", entry " + sequence + ": " + what;
        }
    }

    /** Checks the next entry of its partition. Returns the breach that it causes. */
    public Optional<LedgerBreach> take(String place, Alert entry) {
        Optional<String> broken = stays.computeIfAbsent(entry.getStay(), stay -> new StayLedgerCheck())
                .take(entry, tally);
        return broken.map(what -> new LedgerBreach(place, entry.getStay(), entry.getSequence(), what));
    }

    /** Returns the summary of the entries checked so far. */
    public LedgerSummary walked() {
        long open = stays.values().stream().mapToLong(StayLedgerCheck::open).sum();
        return new LedgerSummary(
                tally.entries, stays.size(), tally.episodes, open, tally.repeated, tally.unchained, tally.begunAgain);
    }

    /**
     * Summarises a checked ledger.
     *
     * @param open episodes that have not ended
     * @param repeated entries that were sent again after a crash
     * @param unchained entries of a version without a chain
     * @param begunAgain chains of stays that were deleted and came back
     */
    public record LedgerSummary(
            long entries, long stays, long episodes, long open, long repeated, long unchained, long begunAgain) {}

    /** Counts over all stays. */
    static final class EntryTally {
        long entries;
        long episodes;
        long repeated;
        long unchained;
        long begunAgain;
    }
}
