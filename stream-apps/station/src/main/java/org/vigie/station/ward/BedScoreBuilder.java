package org.vigie.station.ward;

import java.util.Optional;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.AlertKind;
import org.vigie.station.alarm.WardAlarms;
import org.vigie.station.alarm.limit.BedAlarmLimits;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.ScoreDisplay;
import org.vigie.station.stay.DisplayContext;
import org.vigie.station.stay.HeldScore;
import org.vigie.station.stay.RiskSnapshot;
import org.vigie.station.stay.ScoreVisibility;
import org.vigie.station.stay.StayView;

/** Builds the predicted risk of one bed: what every reader gets, and what a reader gets whose own estimate stands. */
record BedScoreBuilder(DisplayConfig display, WardAlarms alarms) {
    /** Returns the risk for every reader; empty where the unit shows none. Where an own estimate comes first it has no number. */
    Optional<RiskSnapshot> forEveryReader(String bed, String stay, StayView view, DisplayContext context) {
        return display.scoreAt(bed) == ScoreDisplay.OFF
                ? Optional.empty()
                : view.risk(context, visibility(bed, stay, display.estimateFirst()));
    }

    /** Returns the risk that waits for own estimates; empty when nothing waits for one. */
    Optional<HeldScore> held(
            Optional<RiskSnapshot> forEveryReader, String bed, String stay, StayView view, DisplayContext context) {
        return forEveryReader
                .filter(RiskSnapshot::awaitsEstimate)
                .flatMap(any -> view.risk(context, visibility(bed, stay, false)))
                .map(score -> new HeldScore(score, alarms.notes(bed, stay).estimators(context.now())));
    }

    /**
     * Returns true where alarms and triage reasons of predicted risks are listed. Their words tell the risk, so they are not listed where a
     * reader may not see it.
     */
    boolean listsPredicted(String bed) {
        ScoreDisplay shown = display.scoreAt(bed);
        return !display.estimateFirst() && (shown == ScoreDisplay.BED || shown == ScoreDisplay.TILE);
    }

    private ScoreVisibility visibility(String bed, String stay, boolean awaitsEstimate) {
        return new ScoreVisibility(
                display.scoreAt(bed) == ScoreDisplay.SILENT,
                isAlarmOpen(bed, stay),
                awaitsEstimate,
                (from, until) -> alarms.alarms().raisedBetween(stay, from, until));
    }

    /** Returns true while an alarm of a vital sign is open, one above LOW of a score, or one of the patient at the monitor. */
    private boolean isAlarmOpen(String bed, String stay) {
        BedAlarmLimits limits = alarms.limits(bed, stay);
        return alarms.monitors().mostUrgent(bed).isPresent()
                || alarms.alarms().active(stay, AlertKind.PHYSIOLOGICAL).stream()
                        .anyMatch(alarm ->
                                alarm.getPriority() != AlarmPriorityRecord.LOW || !limits.isScore(alarm.getRule()));
    }
}
