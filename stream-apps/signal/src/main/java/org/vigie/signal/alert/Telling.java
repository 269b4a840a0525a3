package org.vigie.signal.alert;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.vigie.signal.earlywarning.EarlyWarning;

/**
 * What goes with a transition; made only when there is one.
 *
 * @param at event time of the readings that make it
 * @param caveatFr to be said beside the message; may be empty
 * @param causes the readings
 */
record Telling(
        Instant at, Supplier<String> caveatFr, Supplier<String> caveatEn, Supplier<List<Transition.Cause>> causes) {

    static Telling plain(Instant at, Supplier<List<Transition.Cause>> causes) {
        return new Telling(at, () -> "", () -> "", causes);
    }

    static Telling of(EarlyWarning warning, Instant at, Supplier<List<Transition.Cause>> causes) {
        return new Telling(at, () -> Messages.caveatsFr(warning), () -> Messages.caveatsEn(warning), causes);
    }
}
