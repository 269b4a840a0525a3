package org.vigie.station.stay;

import java.util.Set;

/**
 * Holds a score that is sent only to the physicians whose own estimate stands.
 *
 * @param readers names of these physicians, as the ledger has them
 */
public record HeldScore(RiskSnapshot score, Set<String> readers) {
    public HeldScore {
        readers = Set.copyOf(readers);
    }
}
