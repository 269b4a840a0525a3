package org.vigie.signal.alarm.detect;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.earlywarning.EarlyWarningScore;

/**
 * What goes with a transition; made only when there is one.
 *
 * @param at event time of the readings that make it
 * @param caveatFr to be said beside the message; may be empty
 * @param causes the readings
 */
record TransitionContext(
        Instant at,
        Supplier<String> caveatFr,
        Supplier<String> caveatEn,
        Supplier<List<AlarmTransition.TriggeringReading>> causes) {

    static TransitionContext withoutCaveat(Instant at, Supplier<List<AlarmTransition.TriggeringReading>> causes) {
        return new TransitionContext(at, () -> "", () -> "", causes);
    }

    static TransitionContext of(
            EarlyWarningScore warning, Instant at, Supplier<List<AlarmTransition.TriggeringReading>> causes) {
        return new TransitionContext(
                at, () -> AlarmTextFormatter.caveatsFr(warning), () -> AlarmTextFormatter.caveatsEn(warning), causes);
    }
}
