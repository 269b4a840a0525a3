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

    @Override
    public String toString() {
        return "ProviderGrant[" + (isGiven() ? "(secret)" : "none") + ", asked=" + asked + "]";
    }
}
