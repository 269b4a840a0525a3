package org.vigie.alerts.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.Alert;

/**
 * Walks a ledger, entry by entry in the order of its partitions, and stops at the first that breaks an invariant: chain unbroken, no
 * clear without raise, no acknowledge before raise, every pause, shelf and limit ends, no two open episodes of one rule and stay. An
 * entry that was sent twice is the same word for word and counts once.
 */
public final class LedgerCheck {
    private final Map<String, StayLedgerCheck> stays = new HashMap<>();
    private final EntryTally tally = new EntryTally();

    /**
     * The first entry that breaks an invariant.
     *
     * @param place {@code topic-partition-offset}, or {@code file:line}
     */
    public record LedgerBreach(String place, String stay, long sequence, String what) {
        @Override
        public String toString() {
            return place + ": stay " + stay + ", entry " + sequence + ": " + what;
        }
    }

    /** Takes the next entry of its partition; the breach that it makes. */
    public Optional<LedgerBreach> take(String place, Alert entry) {
        Optional<String> broken = stays.computeIfAbsent(entry.getStay(), stay -> new StayLedgerCheck())
                .take(entry, tally);
        return broken.map(what -> new LedgerBreach(place, entry.getStay(), entry.getSequence(), what));
    }

    /** What was walked so far. */
    public LedgerSummary walked() {
        long open = stays.values().stream().mapToLong(StayLedgerCheck::open).sum();
        return new LedgerSummary(
                tally.entries, stays.size(), tally.episodes, open, tally.repeated, tally.unchained, tally.begunAgain);
    }

    /**
     * What was walked.
     *
     * @param open episodes that are not over yet
     * @param repeated entries that came again after a crash
     * @param unchained entries of a version that had no chain
     * @param begunAgain chains of stays that were forgotten and came back
     */
    public record LedgerSummary(
            long entries, long stays, long episodes, long open, long repeated, long unchained, long begunAgain) {}

    /** Counts of all stays. */
    static final class EntryTally {
        long entries;
        long episodes;
        long repeated;
        long unchained;
        long begunAgain;
    }
}
