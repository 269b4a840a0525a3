package org.vigie.replay.passport;

import java.util.Optional;
import java.util.Set;
import org.vigie.schemas.Alert;

/**
 * Finds the first difference of a recorded ledger entry from a computed one. The place in the stay's chain is not compared, because a chain
 * that began earlier has other numbers.
 */
public final class LedgerEntryDifference {
    private static final Set<String> OF_THE_CHAIN =
            Set.of("signalDelayMs", "sequence", "previousHash", "hash", "commandOrigin", "version");

    /** Names the fields of a timer's entry that depend on when the clock ticked: the record before it, and the values of its message. */
    private static final Set<String> OF_THE_TICK = Set.of("causePublishedAt", "messageFr", "messageEn");

    private final RecordDifference ofRecords = new RecordDifference(OF_THE_CHAIN, 0);
    private final RecordDifference ofTimers = ofRecords.without(OF_THE_TICK);

    /** Returns the first difference as text. An entry with a measured delay was caused by a record; any other by a timer. */
    public Optional<String> first(Alert recorded, Alert computed) {
        return (recorded.getSignalDelayMs() == null ? ofTimers : ofRecords).first(recorded, computed);
    }
}
