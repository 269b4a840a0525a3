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
import org.vigie.station.alarm.monitor.MonitorAlarmSnapshot;
import org.vigie.station.health.WardWatchdog;
import org.vigie.station.stay.DisplayContext;
import org.vigie.station.stay.LatestRecordOrigin;
import org.vigie.station.stay.RiskSnapshot;
import org.vigie.station.stay.ScorePointSnapshot;
import org.vigie.station.stay.StayView;
import org.vigie.station.stay.TriageSnapshot;
import org.vigie.station.trend.SmallTrendSnapshot;

/** Builds the snapshots of beds and alarms. Each snapshot has a higher revision than those before. */
final class BedSnapshotBuilder {
    private static final List<String> SMALL_TRENDS = List.of(VariableNames.HR, VariableNames.SPO2, VariableNames.TEMP);

    private final WardViewConfig settings;
    private final WardWatchdog watch;
    private final BedOccupancyView occupancy;
    private final StayViews stays;
    private final WardAlarms alarms;
    private final BedScoreBuilder scores;
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
        this.scores = new BedScoreBuilder(settings.display(), alarms);
    }

    BedSnapshot bed(String bed, Instant wall) {
        return occupancy
                .on(bed, watch.now(wall))
                .map(occupant -> occupied(bed, occupant, wall))
                .orElseGet(() ->
                        BedSnapshot.free(bed, ++revision, settings.display().scoreAt(bed)));
    }

    Optional<BedHistorySnapshot> history(String bed, Instant wall, WardReader reader) {
        return occupancy
                .on(bed, watch.now(wall))
                .map(occupant -> new BedHistorySnapshot(
                        bed,
                        occupant.stay(),
                        shownScores(occupied(bed, occupant, wall).seenBy(reader).risk(), occupant.stay()),
                        alarms.limitChanges(occupant.stay())));
    }

    /** Returns the small trends of a bed's tile; none for a free bed. */
    Stream<SmallTrendSnapshot> smallTrends(String bed, Instant wall) {
        Instant now = watch.now(wall).orElse(wall);
        return occupancy.on(bed, Optional.of(now)).stream()
                .flatMap(occupant -> SMALL_TRENDS.stream()
                        .map(variable -> stays.of(occupant.stay()).trends().recent(bed, variable, now)))
                .filter(trend -> !trend.last().isEmpty());
    }

    /** An earlier score would be read in place of one that is hidden. */
    private List<ScorePointSnapshot> shownScores(RiskSnapshot present, String stay) {
        boolean shown = present != null && present.probability() != null;
        return shown ? stays.of(stay).earlierScores() : List.of();
    }

    /** Returns the alarm for the lists; empty for a predicted risk that may not be read there. */
    Optional<AlertSnapshot> listed(Alert alert, Instant wall) {
        AlertSnapshot shown = alert(alert, wall);
        boolean listed = alert.getKind() != AlertKind.PREDICTED || scores.listsPredicted(shown.bed());
        return listed ? Optional.of(shown) : Optional.empty();
    }

    private AlertSnapshot alert(Alert alert, Instant wall) {
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
        Optional<RiskSnapshot> risk = scores.forEveryReader(bed, occupant.stay(), stay, context);
        return new BedSnapshot(
                bed,
                ++revision,
                occupant.judgedFrom(settings.display().adultAgeAt(bed)),
                stay.values(context),
                stay.others(context),
                triage(stay, bed, wall).orElse(null),
                risk.orElse(null),
                scores.held(risk, bed, occupant.stay(), stay, context).orElse(null),
                alarms(occupant.stay(), bed, new WorstValues(limits, stay.trends(), now)),
                alarms.patientLimits(occupant.stay()),
                alarms.shelves(bed, occupant.stay(), now),
                alarms.notes(bed, occupant.stay()),
                settings.display().scoreAt(bed),
                stay.quality().suspectByReason(),
                stay.quality().rejectedByReason(),
                stay.quality().doubtful(),
                stay.record().map(LatestRecordOrigin::of).orElse(null));
    }

    private Optional<TriageSnapshot> triage(StayView stay, String bed, Instant wall) {
        Optional<MonitorAlarmSnapshot> ofMonitor = alarms.monitors().mostUrgent(bed);
        return stay.triage(wall, settings.staleness(), scores.listsPredicted(bed))
                .map(triage -> ofMonitor.map(triage::raisedBy).orElse(triage));
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
