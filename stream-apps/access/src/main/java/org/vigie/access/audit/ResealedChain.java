package org.vigie.access.audit;

/**
 * Holds the end of a chain of the audit trail that was sealed again.
 *
 * @param chain name of the chain
 * @param before hash of its last event as it was
 * @param after hash of its last event as it is now
 */
public record ResealedChain(String chain, String before, String after) {
    @Override
    public String toString() {
        return chain + " " + before + " -> " + after;
    }
}
