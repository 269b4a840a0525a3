package org.vigie.signal.alarm.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.event.AlarmConditionEvent.Cleared;
import org.vigie.signal.alarm.event.AlarmConditionEvent.Raised;
import org.vigie.signal.newest.ClockAlignment;
import org.vigie.signal.newest.NewestReadingRule;
import org.vigie.signal.text.DurationText;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.CurrentValue;

/**
 * Applies the built-in rules for a monitored stay from which no readings arrive.
 *
 * <p>Readings cannot show their own absence. A component with a clock therefore raises these alarms, and a reading clears them. The onset
 * is the stay's newest instant.
 */
enum BedSilenceRule {
    /** The stay sends no readings. */
    SILENT("bed_silent"),
    /** Readings of the stay may be waiting unprocessed. */
    UNREAD("bed_unread");

    private static final DurationText SILENT_RAISED =
            new DurationText("Plus aucune mesure depuis ", "No more measurements for ");
    private static final DurationText SILENT_CLEARED =
            new DurationText("Mesures revenues après ", "Measurements back after ");
    private static final DurationText SILENT_MOVED = new DurationText(
            "Patient transféré, signalé à son nouveau lit : plus aucune mesure depuis ",
            "Patient transferred, reported on the new bed: no more measurements for ");
    private static final DurationText UNREAD_RAISED = new DurationText(
            "Surveillance interrompue : mesures en attente depuis ",
            "Monitoring interrupted: measurements waiting for ");
    private static final DurationText UNREAD_MOVED = new DurationText(
            "Patient transféré, signalé à son nouveau lit : mesures en attente depuis ",
            "Patient transferred, reported on the new bed: measurements waiting for ");
    private static final DurationText UNREAD_CLEARED =
            new DurationText("Mesures en attente lues après ", "Waiting measurements read after ");

    private static final List<BedSilenceRule> RULES = List.of(values());

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
    private static boolean isMonitored(AlarmDetectionState detection) {
        Instant ofLate = detection.clock().minus(NewestReadingRule.OF_LATE);
        return detection.vitals().newest().entrySet().stream()
                .filter(known -> isLive(known.getValue()))
                .anyMatch(known -> !known.getValue().at().isBefore(ofLate)
                        || !detection
                                .vitals()
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
    boolean isUnreported(AlarmDetectionState detection) {
        return detection.raised(rule).isEmpty() && detection.raised(SILENT.rule).isEmpty() && isMonitored(detection);
    }

    /** Raises the alarm. Returns empty when it is open already or when the stay is not monitored. */
    Optional<AlarmConditionEvent> raise(
            AlarmDetectionState detection, String ruleVersion, String bed, Duration silence) {
        if (!isUnreported(detection)) {
            return Optional.empty();
        }
        Instant onset = detection.clock();
        var raised = new RaisedCondition(onset, onset.plus(silence), AlarmPriority.MEDIUM, bed, silence.toSeconds());
        detection.keep(rule, AlarmConditionState.NORMAL.with(raised));
        return Optional.of(new Raised(alarm(detection, ruleVersion, raised, raisedText(silence)), raised.at()));
    }

    private LocalizedText raisedText(Duration silence) {
        return (this == SILENT ? SILENT_RAISED : UNREAD_RAISED).with(silence);
    }

    /** Ends the alarm for its bed and raises it for another one. It returns no events when the alarm is not open, or is open for {@code bed}. */
    List<AlarmConditionEvent> move(AlarmDetectionState detection, String ruleVersion, String bed) {
        return detection
                .raised(rule)
                .filter(raised -> !raised.bed().equals(bed))
                .map(raised -> move(detection, ruleVersion, raised, bed))
                .orElse(List.of());
    }

    private List<AlarmConditionEvent> move(
            AlarmDetectionState detection, String ruleVersion, RaisedCondition before, String bed) {
        RaisedCondition after = before.onBed(bed);
        detection.keep(rule, AlarmConditionState.NORMAL.with(after));
        Duration silence = Duration.between(before.onset(), before.at());
        LocalizedText moved = (this == SILENT ? SILENT_MOVED : UNREAD_MOVED).with(silence);
        return List.of(
                new Cleared(alarm(detection, ruleVersion, before, moved), before.at()),
                new Raised(alarm(detection, ruleVersion, after, raisedText(silence)), after.at()));
    }

    /** Returns the bed for which the alarm is open. */
    Optional<String> bed(AlarmDetectionState detection) {
        return detection.raised(rule).map(RaisedCondition::bed);
    }

    /**
     * Clears the open alarms after a new reading.
     *
     * <p>A reading newer than the last one before the silence ends {@link #SILENT}, but not before the alarm was raised. A reading that was
     * measured after the alarm was raised ends {@link #UNREAD}.
     */
    static List<AlarmConditionEvent> clear(AlarmDetectionState detection, String ruleVersion) {
        List<AlarmConditionEvent> cleared = new ArrayList<>();
        for (BedSilenceRule each : RULES) {
            detection
                    .raised(each.rule)
                    .filter(raised -> detection.clock().isAfter(each == SILENT ? raised.onset() : raised.at()))
                    .ifPresent(raised -> cleared.add(each.clear(detection, ruleVersion, raised)));
        }
        return cleared;
    }

    /** Clears {@link #UNREAD} after everything was processed. Readings that are still missing were never sent. */
    static Optional<AlarmConditionEvent> clearUnread(AlarmDetectionState detection, String ruleVersion) {
        return detection.raised(UNREAD.rule).map(raised -> UNREAD.clear(detection, ruleVersion, raised));
    }

    private AlarmConditionEvent clear(AlarmDetectionState detection, String ruleVersion, RaisedCondition raised) {
        detection.keep(rule, AlarmConditionState.NORMAL);
        Instant at = detection.clock().isAfter(raised.at()) ? detection.clock() : raised.at();
        DurationText cleared = this == SILENT ? SILENT_CLEARED : UNREAD_CLEARED;
        LocalizedText text = cleared.with(Duration.between(raised.onset(), at));
        return new Cleared(alarm(detection, ruleVersion, raised, text), at);
    }

    private Alarm alarm(AlarmDetectionState detection, String ruleVersion, RaisedCondition raised, LocalizedText text) {
        return new AlarmEventFactory(detection.stay(), ruleVersion)
                .alarm(rule, AlarmRuleKind.TECHNICAL, raised, raised.limit(), text);
    }
}
