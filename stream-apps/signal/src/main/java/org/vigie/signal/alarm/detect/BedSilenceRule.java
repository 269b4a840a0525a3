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
import org.vigie.signal.newest.NewestReadingRule;
import org.vigie.signal.vitals.CurrentValue;

/**
 * Built-in rules for a monitored stay from which no readings arrive.
 *
 * <p>Readings cannot show their own absence. A component with a clock therefore raises these alarms, and a reading clears them. The onset
 * is the stay's newest instant.
 */
enum BedSilenceRule {
    /** The stay sends no readings. */
    SILENT("bed_silent"),
    /** Readings of the stay may be waiting unprocessed. */
    UNREAD("bed_unread");

    private final String rule;

    BedSilenceRule(String rule) {
        this.rule = rule;
    }

    static boolean isRule(String name) {
        return Stream.of(values()).anyMatch(each -> each.rule.equals(name));
    }

    /**
     * Returns true when the stay was monitored until its newest instant. A stay that is only charted may send nothing for hours. Readings
     * of a live sensor count even when they are not kept.
     */
    private static boolean isMonitored(AlarmDetectionState watch) {
        Instant ofLate = watch.clock().minus(NewestReadingRule.OF_LATE);
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

    /**
     * Returns true when the stay is monitored and no alarm of this kind is open. While {@link #SILENT} is open, no second alarm is raised.
     */
    boolean wouldRaise(AlarmDetectionState watch) {
        var open = watch.episodes().keySet();
        return !open.contains(rule) && !open.contains(SILENT.rule) && isMonitored(watch);
    }

    /** Raises the alarm. Returns empty when it is open already or when the stay is not monitored. */
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
     * Clears the open alarms after a new reading.
     *
     * <p>A reading newer than the last one before the silence ends {@link #SILENT}, but not before the alarm was raised. A reading that was
     * measured after the alarm was raised ends {@link #UNREAD}.
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

    /** Clears {@link #UNREAD} after everything was processed. Readings that are still missing were never sent. */
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
