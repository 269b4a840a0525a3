package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.alarm.AlarmIdHash;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.AlarmTransition.TransitionKind;
import org.vigie.signal.newest.ClockAlignment;
import org.vigie.signal.vitals.CurrentValue;

/**
 * The built-in rules of a monitored stay of which nothing comes. Readings cannot show that none come, so whoever has a clock raises them;
 * a reading clears them. Their onset is the newest instant that the stay spoke of.
 */
enum BedSilenceRule {
    /** It says nothing at all. */
    SILENT("bed_silent"),
    /** What it says may lie unread. */
    UNREAD("bed_unread");

    private static final Duration OF_LATE = Duration.ofMinutes(1);

    private final String rule;

    BedSilenceRule(String rule) {
        this.rule = rule;
    }

    static boolean isRule(String name) {
        return Stream.of(values()).anyMatch(each -> each.rule.equals(name));
    }

    /**
     * Whether the stay was monitored until its newest instant. One that is only charted may be silent for hours. A sensor
     * that used to come live is heard whatever is thought of what it says.
     */
    private static boolean isMonitored(AlarmDetectionState watch) {
        Instant ofLate = watch.clock().minus(OF_LATE);
        return watch.vitals().newest().entrySet().stream()
                .filter(known -> isLive(known.getValue()))
                .anyMatch(known -> !known.getValue().at().isBefore(ofLate)
                        || !watch.vitals()
                                .lastSignals()
                                .getOrDefault(known.getKey(), Instant.MIN)
                                .isBefore(ofLate));
    }

    private static boolean isLive(CurrentValue vital) {
        return !vital.rhythm().equals(CurrentValue.UNKNOWN) && vital.comesEvery(ClockAlignment.LIVE);
    }

    /** Whether somebody would miss the stay and is not called yet. A stay that is called silent is called already. */
    boolean wouldRaise(AlarmDetectionState watch) {
        var open = watch.episodes().keySet();
        return !open.contains(rule) && !open.contains(SILENT.rule) && isMonitored(watch);
    }

    /** None when it is open already, or when nobody would miss the stay. */
    Optional<AlarmTransition> raise(AlarmDetectionState watch, String version, String bed, Duration silence) {
        if (!wouldRaise(watch)) {
            return Optional.empty();
        }
        double seconds = silence.toSeconds();
        Instant onset = watch.clock();
        var raised = new RaisedCondition(onset, onset.plus(silence), AlarmPriority.MEDIUM, bed, seconds);
        watch.keep(rule, AlarmConditionState.NORMAL.with(raised));
        return Optional.of(transition(
                watch,
                version,
                raised,
                TransitionKind.RAISED,
                raised.at(),
                this == SILENT ? AlarmTextFormatter.nothingFr(silence) : AlarmTextFormatter.unreadFr(silence),
                this == SILENT ? AlarmTextFormatter.nothingEn(silence) : AlarmTextFormatter.unreadEn(silence)));
    }

    /**
     * A reading that is newer than the last one before the silence ends it, at the earliest when it was raised. What lay unread is read
     * when a reading comes that was measured after the call.
     */
    static List<AlarmTransition> clear(AlarmDetectionState watch, String version) {
        return Stream.of(values())
                .flatMap(each -> each
                        .raised(watch)
                        .filter(raised -> watch.clock().isAfter(each == SILENT ? raised.onset() : raised.at()))
                        .map(raised -> each.clear(watch, version, raised))
                        .stream())
                .toList();
    }

    /** All is read: whatever is still missing never came. */
    static Optional<AlarmTransition> clearUnread(AlarmDetectionState watch, String version) {
        return UNREAD.raised(watch).map(raised -> UNREAD.clear(watch, version, raised));
    }

    private Optional<RaisedCondition> raised(AlarmDetectionState watch) {
        return Optional.ofNullable(watch.episodes().get(rule)).flatMap(AlarmConditionState::raised);
    }

    private AlarmTransition clear(AlarmDetectionState watch, String version, RaisedCondition raised) {
        watch.keep(rule, AlarmConditionState.NORMAL);
        Instant at = watch.clock().isAfter(raised.at()) ? watch.clock() : raised.at();
        Duration open = Duration.between(raised.onset(), at);
        return transition(
                watch,
                version,
                raised,
                TransitionKind.CLEARED,
                at,
                this == SILENT ? AlarmTextFormatter.backFr(open) : AlarmTextFormatter.readFr(open),
                this == SILENT ? AlarmTextFormatter.backEn(open) : AlarmTextFormatter.readEn(open));
    }

    private AlarmTransition transition(
            AlarmDetectionState watch,
            String version,
            RaisedCondition raised,
            TransitionKind kind,
            Instant at,
            String messageFr,
            String messageEn) {
        return new AlarmTransition(
                AlarmIdHash.of(watch.stay(), rule, raised.onset()),
                watch.stay(),
                raised.bed(),
                rule,
                version,
                AlarmRuleKind.TECHNICAL,
                raised.priority(),
                kind,
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
