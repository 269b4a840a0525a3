package org.vigie.signal.alert;

import java.time.Instant;
import java.util.List;
import org.vigie.signal.earlywarning.EarlyWarning;

/**
 * What goes with a transition.
 *
 * @param at event time of the readings that make it
 * @param caveatFr to be said beside the message; may be empty
 * @param causes the readings
 */
record Telling(Instant at, String caveatFr, String caveatEn, List<Transition.Cause> causes) {
    static Telling plain(Instant at, List<Transition.Cause> causes) {
        return new Telling(at, "", "", causes);
    }

    static Telling of(EarlyWarning warning, Instant at, List<Transition.Cause> causes) {
        return new Telling(at, Messages.caveatsFr(warning), Messages.caveatsEn(warning), causes);
    }
}
