package org.vigie.alerts.ledger;

import java.util.Set;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.RecordHash;

/** Computes the hash of a ledger entry. The hash itself and the measured delay of the signal are no part of it. */
public final class LedgerEntryHash {
    private static final RecordHash HASH = new RecordHash(Set.of("hash", "signalDelayMs"));

    private LedgerEntryHash() {}

    /** Returns the hash that {@code entry} must contain, in hexadecimal form. */
    public static String of(Alert entry) {
        return HASH.of(entry);
    }
}
