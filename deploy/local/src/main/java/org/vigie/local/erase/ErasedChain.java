package org.vigie.local.erase;

/**
 * Holds the end of a chain that is no longer in the alarm ledger.
 *
 * @param entries how many entries it had
 * @param hash of its last entry
 */
public record ErasedChain(long entries, String hash) {}
