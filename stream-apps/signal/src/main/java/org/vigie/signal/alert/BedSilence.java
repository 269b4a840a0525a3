package org.vigie.signal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.alert.Transition.State;
import org.vigie.signal.earlywarning.Vital;
import org.vigie.signal.newest.ClockLine;

/**
 * The built-in rules of a monitored stay of which nothing comes. Readings cannot show that none come, so whoever has a clock raises them;
 * a reading clears them. Their onset is the newest instant that the stay spoke of.
 */
enum BedSilence {
    /** It says nothing at all. */
    SILENT("bed_silent"),
    /** What it says may lie unread. */
    UNREAD("bed_unread");

    private static final Duration OF_LATE = Duration.ofMinutes(1);

    private final String rule;

    BedSilence(String rule) {
        this.rule = rule;
    }

    static boolean isRule(String name) {
        return Stream.of(values()).anyMatch(each -> each.rule.equals(name));
    }

    /**
     * Whether the stay was monitored until its newest instant. One that is only charted may be silent for hours. A sensor
     * that used to come live is heard whatever is thought of what it says.
     */
    private static boolean isMonitored(StayWatch watch) {
        Instant ofLate = watch.clock().minus(OF_LATE);
        return watch.vitals().newest().entrySet().stream()
                .filter(known -> isLive(known.getValue()))
                .anyMatch(known -> !known.getValue().at().isBefore(ofLate)
                        || !watch.vitals()
                                .heard()
                                .getOrDefault(known.getKey(), Instant.MIN)
                                .isBefore(ofLate));
    }

    private static boolean isLive(Vital vital) {
        return !vital.rhythm().equals(Vital.UNKNOWN) && vital.comesEvery(ClockLine.LIVE);
    }

    /** Whether somebody would miss the stay and is not called yet. A stay that is called silent is called already. */
    boolean calls(StayWatch watch) {
        var open = watch.episodes().keySet();
        return !open.contains(rule) && !open.contains(SILENT.rule) && isMonitored(watch);
    }

    /** None when it is open already, or when nobody would miss the stay. */
    Optional<Transition> raise(StayWatch watch, String version, String bed, Duration silence) {
        if (!calls(watch)) {
            return Optional.empty();
        }
        double seconds = silence.toSeconds();
        Instant onset = watch.clock();
        var raised = new Raised(onset, onset.plus(silence), Priority.MEDIUM, bed, seconds);
        watch.keep(rule, Episode.NORMAL.with(raised));
        return Optional.of(transition(
                watch,
                version,
                raised,
                State.RAISED,
                raised.at(),
                this == SILENT ? Messages.nothingFr(silence) : Messages.unreadFr(silence),
                this == SILENT ? Messages.nothingEn(silence) : Messages.unreadEn(silence)));
    }

    /**
     * A reading that is newer than the last one before the silence ends it, at the earliest when it was raised. What lay unread is read
     * when a reading comes that was measured after the call.
     */
    static List<Transition> clear(StayWatch watch, String version) {
        return Stream.of(values())
                .flatMap(each -> each
                        .raised(watch)
                        .filter(raised -> watch.clock().isAfter(each == SILENT ? raised.onset() : raised.at()))
                        .map(raised -> each.clear(watch, version, raised))
                        .stream())
                .toList();
    }

    /** All is read: whatever is still missing never came. */
    static Optional<Transition> clearUnread(StayWatch watch, String version) {
        return UNREAD.raised(watch).map(raised -> UNREAD.clear(watch, version, raised));
    }

    private Optional<Raised> raised(StayWatch watch) {
        return Optional.ofNullable(watch.episodes().get(rule)).flatMap(Episode::raised);
    }

    private Transition clear(StayWatch watch, String version, Raised raised) {
        watch.keep(rule, Episode.NORMAL);
        Instant at = watch.clock().isAfter(raised.at()) ? watch.clock() : raised.at();
        Duration open = Duration.between(raised.onset(), at);
        return transition(
                watch,
                version,
                raised,
                State.CLEARED,
                at,
                this == SILENT ? Messages.backFr(open) : Messages.readFr(open),
                this == SILENT ? Messages.backEn(open) : Messages.readEn(open));
    }

    private Transition transition(
            StayWatch watch,
            String version,
            Raised raised,
            State state,
            Instant at,
            String messageFr,
            String messageEn) {
        return new Transition(
                EpisodeId.of(watch.stay(), rule, raised.onset()),
                watch.stay(),
                raised.bed(),
                rule,
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
