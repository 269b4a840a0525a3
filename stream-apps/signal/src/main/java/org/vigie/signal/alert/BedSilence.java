package org.vigie.signal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.alert.Transition.State;
import org.vigie.signal.earlywarning.Vital;

/**
 * The rule {@code bed_silent}: a monitored stay that says nothing at all. Readings cannot show that none come, so whoever has a clock
 * raises it; the next reading clears it. Its onset is the newest instant that the stay spoke of.
 */
final class BedSilence {
    static final String RULE = "bed_silent";

    private static final Duration LIVE = Duration.ofSeconds(10);
    private static final Duration OF_LATE = Duration.ofMinutes(1);

    private BedSilence() {}

    /** Whether the stay was monitored until its newest instant. One that is only charted may be silent for hours. */
    static boolean isMonitored(StayWatch watch) {
        return watch.vitals().newest().values().stream()
                .anyMatch(vital ->
                        isLive(vital) && !vital.at().isBefore(watch.clock().minus(OF_LATE)));
    }

    private static boolean isLive(Vital vital) {
        return !vital.rhythm().equals(Vital.UNKNOWN) && vital.comesEvery(LIVE);
    }

    /** None when it is open already, or when nobody would miss the stay. */
    static Optional<Transition> raise(StayWatch watch, String version, String bed, Duration silence) {
        if (watch.episodes().containsKey(RULE) || !isMonitored(watch)) {
            return Optional.empty();
        }
        double seconds = silence.toSeconds();
        Instant onset = watch.clock();
        var raised = new Raised(onset, onset.plus(silence), Priority.MEDIUM, bed, seconds);
        watch.keep(RULE, Episode.NORMAL.with(raised));
        return Optional.of(transition(
                watch,
                version,
                raised,
                State.RAISED,
                raised.at(),
                Messages.nothingFr(silence),
                Messages.nothingEn(silence)));
    }

    /** A reading that is newer than the last one before the silence ends it, at the earliest when it was raised. */
    static Optional<Transition> clear(StayWatch watch, String version) {
        return Optional.ofNullable(watch.episodes().get(RULE))
                .flatMap(Episode::raised)
                .filter(raised -> watch.clock().isAfter(raised.onset()))
                .map(raised -> {
                    watch.keep(RULE, Episode.NORMAL);
                    Instant at = watch.clock().isAfter(raised.at()) ? watch.clock() : raised.at();
                    Duration open = Duration.between(raised.onset(), at);
                    return transition(
                            watch, version, raised, State.CLEARED, at, Messages.backFr(open), Messages.backEn(open));
                });
    }

    private static Transition transition(
            StayWatch watch,
            String version,
            Raised raised,
            State state,
            Instant at,
            String messageFr,
            String messageEn) {
        return new Transition(
                EpisodeId.of(watch.stay(), RULE, raised.onset()),
                watch.stay(),
                raised.bed(),
                RULE,
                version,
                RuleKind.TECHNICAL,
                raised.priority(),
                state,
                raised.onset(),
                raised.at(),
                at,
                raised.limit(),
                raised.limit(),
                messageFr,
                messageEn,
                List.of());
    }
}
