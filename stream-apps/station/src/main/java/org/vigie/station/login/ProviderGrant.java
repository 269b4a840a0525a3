package org.vigie.station.login;

import java.time.Instant;

/**
 * Lets the station ask the provider about the user of a session again.
 *
 * @param refreshToken secret that the provider gave; empty for none
 * @param asked when the provider was asked last, whatever it answered
 * @param unanswered whether a question with this token was sent and its answer was not read. A provider that uses each token once may have
 *     consumed it then, and given another one in the answer
 */
record ProviderGrant(String refreshToken, Instant asked, boolean unanswered) {
    /** Stands for a session about which no provider can be asked. */
    static final ProviderGrant NONE = given("", Instant.EPOCH);

    /** Returns a grant of which no answer is missing. */
    static ProviderGrant given(String refreshToken, Instant asked) {
        return new ProviderGrant(refreshToken, asked, false);
    }

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
        return new ProviderGrant(refreshToken, now, unanswered);
    }

    /** Returns the same grant while an answer is waited for. */
    ProviderGrant withoutAnswer() {
        return new ProviderGrant(refreshToken, asked, true);
    }

    @Override
    public String toString() {
        return "ProviderGrant[" + (isGiven() ? "(secret)" : "none") + ", asked=" + asked + ", unanswered=" + unanswered
                + "]";
    }
}
