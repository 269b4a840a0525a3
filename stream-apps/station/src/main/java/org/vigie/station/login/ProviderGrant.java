package org.vigie.station.login;

import java.time.Instant;

/**
 * Lets the station ask the provider about the user of a session again.
 *
 * @param refreshToken secret that the provider gave; empty for none
 * @param asked when the provider was asked last, whatever it answered
 */
record ProviderGrant(String refreshToken, Instant asked) {
    /** Stands for a session about which no provider can be asked. */
    static final ProviderGrant NONE = new ProviderGrant("", Instant.EPOCH);

    boolean isGiven() {
        return !refreshToken.isEmpty();
    }

    /**
     * Returns whether a provider gave none at the log-in. The sessions of an earlier release have none because it asked for none: they keep the
     * end with which they began.
     */
    boolean isWithheld() {
        return !isGiven() && asked.isAfter(Instant.EPOCH);
    }

    /** Returns the same grant after another question. */
    ProviderGrant askedAt(Instant now) {
        return new ProviderGrant(refreshToken, now);
    }

    @Override
    public String toString() {
        return "ProviderGrant[" + (isGiven() ? "(secret)" : "none") + ", asked=" + asked + "]";
    }
}
