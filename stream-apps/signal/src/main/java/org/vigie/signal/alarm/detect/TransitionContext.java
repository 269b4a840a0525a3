package org.vigie.signal.alarm.detect;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.earlywarning.EarlyWarningScore;

/**
 * Additional facts about a transition. They are computed only when the transition happens.
 *
 * @param at event time of the readings that cause it
 * @param caveatFr remark after the French message; may be empty
 * @param causes readings that cause it
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
