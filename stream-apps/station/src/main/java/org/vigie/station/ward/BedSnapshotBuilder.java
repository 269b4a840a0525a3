package org.vigie.station.ward;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.alarm.BedAlarmsSnapshot;
import org.vigie.station.alarm.WardAlarms;
import org.vigie.station.alarm.WorstValues;
import org.vigie.station.alarm.limit.BedAlarmLimits;
import org.vigie.station.display.ScoreDisplay;
import org.vigie.station.health.WardWatchdog;
import org.vigie.station.stay.DisplayContext;
import org.vigie.station.stay.LatestRecordOrigin;
import org.vigie.station.stay.RiskSnapshot;
import org.vigie.station.stay.ScorePointSnapshot;
import org.vigie.station.stay.ScoreVisibility;
import org.vigie.station.stay.StayView;
import org.vigie.station.trend.SmallTrendSnapshot;

/** Builds the snapshots of beds and alarms. Each snapshot has a higher revision than those before. */
final class BedSnapshotBuilder {
    private static final List<String> SMALL_TRENDS = List.of(VariableNames.HR, VariableNames.SPO2);

    private final WardViewConfig settings;
    private final WardWatchdog watch;
    private final BedOccupancyView occupancy;
    private final StayViews stays;
    private final WardAlarms alarms;
    private long revision;

    BedSnapshotBuilder(
            WardViewConfig settings,
            WardWatchdog watch,
            BedOccupancyView occupancy,
            StayViews stays,
            WardAlarms alarms) {
        this.settings = settings;
        this.watch = watch;
        this.occupancy = occupancy;
        this.stays = stays;
        this.alarms = alarms;
    }

    BedSnapshot bed(String bed, Instant wall) {
        return occupancy
                .on(bed, watch.now(wall))
                .map(occupant -> occupied(bed, occupant, wall))
                .orElseGet(() ->
                        BedSnapshot.free(bed, ++revision, settings.display().scoreAt(bed)));
    }

    Optional<BedHistorySnapshot> history(String bed, Instant wall) {
        return occupancy
                .on(bed, watch.now(wall))
                .map(occupant -> new BedHistorySnapshot(
                        bed,
                        occupant.stay(),
                        shownScores(occupied(bed, occupant, wall).risk(), occupant.stay()),
                        alarms.limitChanges(occupant.stay())));
    }

    /** Returns the small trends of a bed's tile; none for a free bed. */
    Stream<SmallTrendSnapshot> smallTrends(String bed, Instant wall) {
        Instant now = watch.now(wall).orElse(wall);
        return occupancy.on(bed, Optional.of(now)).stream()
                .flatMap(occupant -> SMALL_TRENDS.stream()
                        .map(variable -> stays.of(occupant.stay()).trends().lastHour(bed, variable, now)))
                .filter(trend -> !trend.last().isEmpty());
    }

    /** An earlier score would be read in place of one that is hidden. */
    private List<ScorePointSnapshot> shownScores(RiskSnapshot present, String stay) {
        boolean shown = present != null && present.probability() != null;
        return shown ? stays.of(stay).earlierScores() : List.of();
    }

    AlertSnapshot alert(Alert alert, Instant wall) {
        String bed = occupancy.bedOf(alert.getStay(), alert.getBed(), watch.now(wall));
        return snapshot(alert, bed, alarms.alarms().endedWithStay(alert));
    }

    private AlertSnapshot snapshot(Alert alert, String bed, Optional<Instant> endOfStay) {
        return AlertSnapshot.of(
                alert,
                bed,
                alarms.limits(bed, alert.getStay()),
                endOfStay,
                alarms.deliveries().of(alert.getAlert()),
                ++revision);
    }

    private BedSnapshot occupied(String bed, OccupantSnapshot occupant, Instant wall) {
        Instant now = watch.now(wall).orElse(wall);
        StayView stay = stays.of(occupant.stay());
        BedAlarmLimits limits = alarms.limits(bed, occupant.stay());
        var context = new DisplayContext(now, watch.speed(), settings.staleness(), limits);
        return new BedSnapshot(
                bed,
                ++revision,
                occupant,
                stay.values(context),
                stay.others(context),
                stay.triage(wall, settings.staleness()).orElse(null),
                risk(bed, occupant.stay(), stay, context),
                alarms(occupant.stay(), bed, new WorstValues(limits, stay.trends(), now)),
                alarms.patientLimits(occupant.stay()),
                alarms.shelves(bed, occupant.stay(), now),
                alarms.notes(bed, occupant.stay()),
                settings.display().scoreAt(bed),
                stay.quality().suspectByReason(),
                stay.quality().rejectedByReason(),
                stay.record().map(LatestRecordOrigin::of).orElse(null));
    }

    private RiskSnapshot risk(String bed, String stay, StayView view, DisplayContext context) {
        ScoreDisplay display = settings.display().scoreAt(bed);
        if (display == ScoreDisplay.OFF) {
            return null;
        }
        boolean awaitsEstimate =
                settings.display().estimateFirst() && !alarms.notes(bed, stay).holdsEstimate(context.now());
        var visibility = new ScoreVisibility(
                display == ScoreDisplay.SILENT,
                isUrgent(bed, stay),
                awaitsEstimate,
                (from, until) -> alarms.alarms().raisedBetween(stay, from, until));
        return view.risk(context, visibility).orElse(null);
    }

    /** Returns true while an alarm above LOW is open, of Vigie or of the monitor. */
    private boolean isUrgent(String bed, String stay) {
        return alarms.monitors().isUrgent(bed)
                || alarms.alarms().active(stay, AlertKind.PHYSIOLOGICAL).stream()
                        .anyMatch(alarm -> alarm.getPriority() != AlarmPriorityRecord.LOW);
    }

    private BedAlarmsSnapshot alarms(String stay, String bed, WorstValues worst) {
        List<Alert> patient = alarms.alarms().active(stay, AlertKind.PHYSIOLOGICAL);
        List<Alert> equipment = alarms.alarms().active(stay, AlertKind.TECHNICAL);
        return new BedAlarmsSnapshot(
                first(patient, bed),
                patient.size(),
                first(equipment, bed),
                equipment.size(),
                worst.of(patient),
                variables(patient));
    }

    /**
     * Returns the variables whose condition lasts. The condition of a latched alarm is over.
     *
     * @param alarms most urgent first
     */
    private static Map<String, AlarmPriorityRecord> variables(List<Alert> alarms) {
        Map<String, AlarmPriorityRecord> variables = new TreeMap<>();
        alarms.stream()
                .filter(alarm ->
                        alarm.getCondition() == null || !alarm.getCondition().getLatched())
                .forEach(alarm -> alarm.getCauses()
                        .forEach(cause -> variables.putIfAbsent(cause.getVariable(), alarm.getPriority())));
        return variables;
    }

    private AlertSnapshot first(List<Alert> alerts, String bed) {
        return alerts.isEmpty() ? null : snapshot(alerts.get(0), bed, Optional.empty());
    }
}
