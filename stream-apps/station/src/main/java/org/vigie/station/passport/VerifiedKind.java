package org.vigie.station.passport;

import java.util.Locale;

/** Lists the kinds of results that can be computed again. */
public enum VerifiedKind {
    SCORE,
    ALERT;

    /** Returns the command that computes a result of this kind again. */
    public String command(String id) {
        return "./vigie verify " + name().toLowerCase(Locale.ROOT) + " " + id;
    }
}
