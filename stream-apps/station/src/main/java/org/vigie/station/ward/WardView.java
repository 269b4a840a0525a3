package org.vigie.station.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.NotificationStatus;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.Window;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.station.alarm.AlarmServiceSnapshot;
import org.vigie.station.alarm.AlarmServiceView;
import org.vigie.station.alarm.AlarmView;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.alarm.BedAlarmsSnapshot;
import org.vigie.station.alarm.PatientLimitView;
import org.vigie.station.health.ReadingQualityCounts;
import org.vigie.station.health.ReadingQualitySnapshot;
import org.vigie.station.health.SenderCounts;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.health.WardClockSnapshot;
import org.vigie.station.health.WardWatchdog;
import org.vigie.station.stay.LatestRecordOrigin;
import org.vigie.station.stay.StayView;
import org.vigie.station.trend.TrendSnapshot;

/**
 * Holds the state of the ward in memory: takes records and returns snapshots. Thread-safe. Time is a parameter: {@code wall} is the
 * station's clock, from which the ward's own time follows.
 */
public final class WardView {
    private static final Duration CHART_KEPT = Duration.ofDays(1);

    private final StalenessConfig limits;
    private final WardWatchdog watch;
    private final BedOccupancyView occupancy;
    private final Map<String, StayView> charts = new HashMap<>();
    private final AlarmView alarms = new AlarmView();
    private final PatientLimitView patientLimits = new PatientLimitView();
    private final AlarmServiceView service = new AlarmServiceView();
    private final ReadingQualityCounts quality = new ReadingQualityCounts();
    private final SenderCounts senders = new SenderCounts();
    private final ChangedBeds changedBeds = new ChangedBeds();
    private final Set<String> changedAlerts = new LinkedHashSet<>();
    private boolean layoutChanged;
    private long revision;

    /**
     * @param fixedBeds beds whose places are given; others follow
     * @param fastest seconds of the ward per second of the wall, at most
     * @param started wall time since which the station listens
     */
    public WardView(StalenessConfig limits, List<String> fixedBeds, double fastest, Instant started) {
        this.limits = limits;
        this.watch = new WardWatchdog(limits, fastest, started);
        this.occupancy = new BedOccupancyView(fixedBeds);
    }

    public synchronized void take(BedStays stays) {
        layoutChanged |= occupancy.take(stays);
        changedBeds.add(stays.getBed());
    }

    public synchronized void take(CleanObservation observation) {
        watch.take(observation);
        layoutChanged |= occupancy.take(observation);
        chart(observation.getStay()).take(observation);
        if (observation.getAttributedFrom() == null) {
            senders.take(observation);
            observation.getReadings().forEach(reading -> quality.take(reading, observation.getPublishedAt()));
        }
        changedBeds.addStay(observation.getStay());
    }

    public synchronized void take(RejectedReading reading) {
        quality.take(reading);
        senders.take(reading);
        if (reading.getStay() != null) {
            chart(reading.getStay()).take(reading);
            changedBeds.addStay(reading.getStay());
        }
    }

    public synchronized void take(Quarantined record) {
        quality.take(record);
    }

    public synchronized void take(CountedReadings counted) {
        senders.take(counted);
    }

    public synchronized void take(RiskScore score) {
        chart(score.getStay()).take(score);
        changedBeds.addStay(score.getStay());
    }

    public synchronized void take(Window window) {
        chart(window.getStay()).take(window);
    }

    /** @param sentAt when the broker took it */
    public synchronized void take(TriageAssessmentRecord triage, Instant sentAt) {
        watch.triage(sentAt);
        chart(triage.getStay()).take(triage, sentAt);
        changedBeds.addStay(triage.getStay());
    }

    public synchronized void take(Alert alert) {
        alarms.take(alert);
        changedAlerts.add(alert.getAlert());
        changedBeds.addStay(alert.getStay());
    }

    /** Takes an entry of the ledger. Only patient limits come from here; alarms come from {@code alerts.current}. */
    public synchronized void takeEntry(Alert entry) {
        if (patientLimits.take(entry)) {
            changedBeds.addStay(entry.getStay());
        }
    }

    /** @param sentAt when the broker took it */
    public synchronized void take(NotificationStatus status, Instant sentAt) {
        service.take(status, sentAt);
    }

    /** @param sentAt when the broker took it */
    public synchronized void take(AlarmLoad load, Instant sentAt) {
        service.take(load, sentAt);
    }

    /** The alarm was forgotten upstream. */
    public synchronized void removeAlert(String alert) {
        alarms.remove(alert);
        layoutChanged = true;
    }

    /** A record of a known topic could not be read. */
    public synchronized void unreadable() {
        quality.unreadable();
    }

    /** Whether the reading of topics has failed for now. */
    public synchronized void readerFailed(boolean failed) {
        watch.readerFailed(failed);
    }

    public synchronized StationWardSnapshot snapshot(Instant wall) {
        endAlarmsOfEndedStays(wall);
        return new StationWardSnapshot(
                watch.snapshot(wall),
                quality.snapshot(senders.snapshots()),
                service.snapshot(),
                VariableCatalogue.standard().all().stream()
                        .map(VariableDescription::of)
                        .toList(),
                occupancy.beds().stream().map(bed -> bedSnapshot(bed, wall)).toList(),
                alarms.all().stream().map(alert -> alertSnapshot(alert, wall)).toList());
    }

    public synchronized List<AlertSnapshot> alerts(Instant wall) {
        endAlarmsOfEndedStays(wall);
        return alarms.all().stream()
                .sorted(AlarmView.URGENCY)
                .map(alert -> alertSnapshot(alert, wall))
                .toList();
    }

    /**
     * Returns what changed since the last call. It returns a bed at most once per {@code gap}; later changes of the bed follow then.
     *
     * @param wall not before that of the last call
     */
    public synchronized WardChanges changes(Instant wall, Duration gap) {
        Optional<Instant> now = watch.now(wall);
        endAlarmsOfEndedStays(wall);
        layoutChanged |= now.filter(at -> alarms.forgetEndedBefore(at.minus(limits.cleared())))
                .isPresent();
        occupancy.beds().forEach(bed -> changedBeds.occupant(bed, occupancy.on(bed, now)));
        changedBeds.occupantsUpdated();
        var changes = new WardChanges(
                layoutChanged,
                changedBeds.due(wall, gap).stream()
                        .map(bed -> bedSnapshot(bed, wall))
                        .toList(),
                changedAlerts.stream()
                        .flatMap(alert -> alarms.find(alert).stream())
                        .map(alert -> alertSnapshot(alert, wall))
                        .toList());
        layoutChanged = false;
        changedAlerts.clear();
        return changes;
    }

    /** Drops the charts of stays that lie on no bed and were silent for a day. */
    public synchronized void forget(Instant wall) {
        watch.now(wall)
                .ifPresent(now -> charts.entrySet()
                        .removeIf(entry ->
                                entry.getValue().silentSince(now.minus(CHART_KEPT)) && !isOnABed(entry.getKey(), now)));
    }

    /** The ward's time; the wall's while nothing has come in. */
    public synchronized Instant now(Instant wall) {
        return watch.now(wall).orElse(wall);
    }

    public synchronized WardClockSnapshot clock(Instant wall) {
        return watch.snapshot(wall);
    }

    public synchronized AlarmServiceSnapshot service() {
        return service.snapshot();
    }

    public synchronized ReadingQualitySnapshot quality() {
        return quality.snapshot(senders.snapshots());
    }

    /**
     * @param hours how far back, 1 to 24
     * @return empty when there is no such bed, or no patient in it
     */
    public synchronized Optional<TrendSnapshot> trend(String bed, int hours, Instant wall) {
        Instant now = now(wall);
        Instant from = now.minus(Duration.ofHours(hours));
        return occupancy
                .on(bed, Optional.of(now))
                .map(OccupantSnapshot::stay)
                .map(stay -> new TrendSnapshot(
                        bed,
                        stay,
                        now.toEpochMilli(),
                        from.toEpochMilli(),
                        hours,
                        chart(stay).trends().lines(from, hours)));
    }

    private BedSnapshot bedSnapshot(String bed, Instant wall) {
        Instant now = now(wall);
        return occupancy
                .on(bed, watch.now(wall))
                .map(occupant -> occupied(bed, occupant, chart(occupant.stay()), now, wall))
                .orElseGet(() -> BedSnapshot.free(bed, ++revision));
    }

    private BedSnapshot occupied(String bed, OccupantSnapshot occupant, StayView stayView, Instant now, Instant wall) {
        return new BedSnapshot(
                bed,
                ++revision,
                occupant,
                stayView.values(now, watch.speed(), limits),
                stayView.others(now, watch.speed(), limits),
                stayView.triage(wall, limits).orElse(null),
                stayView.risk(now, limits).orElse(null),
                alarms(occupant.stay(), bed),
                patientLimits.of(occupant.stay()),
                stayView.quality().suspectByReason(),
                stayView.quality().rejectedByReason(),
                stayView.record().map(LatestRecordOrigin::of).orElse(null));
    }

    private BedAlarmsSnapshot alarms(String stay, String bed) {
        List<Alert> patient = alarms.active(stay, AlertKind.PHYSIOLOGICAL);
        List<Alert> equipment = alarms.active(stay, AlertKind.TECHNICAL);
        return new BedAlarmsSnapshot(
                first(patient, bed), patient.size(), first(equipment, bed), equipment.size(), variables(patient));
    }

    /** @param alarms most urgent first */
    private static Map<String, AlarmPriorityRecord> variables(List<Alert> alarms) {
        Map<String, AlarmPriorityRecord> variables = new TreeMap<>();
        for (Alert alarm : alarms) {
            alarm.getCauses().forEach(cause -> variables.putIfAbsent(cause.getVariable(), alarm.getPriority()));
        }
        return variables;
    }

    private AlertSnapshot first(List<Alert> alerts, String bed) {
        return alerts.isEmpty() ? null : AlertSnapshot.of(alerts.get(0), bed, Optional.empty(), ++revision);
    }

    private AlertSnapshot alertSnapshot(Alert alert, Instant wall) {
        String bed = occupancy.bedOf(alert.getStay(), alert.getBed(), watch.now(wall));
        return AlertSnapshot.of(alert, bed, alarms.endedWithStay(alert), ++revision);
    }

    private void endAlarmsOfEndedStays(Instant wall) {
        Optional<Instant> now = watch.now(wall);
        changedAlerts.addAll(alarms.endWithStays(stay -> occupancy.endOf(stay, now)));
    }

    private boolean isOnABed(String stay, Instant now) {
        return occupancy.beds().stream()
                .flatMap(bed -> occupancy.on(bed, Optional.of(now)).stream())
                .anyMatch(occupant -> occupant.stay().equals(stay));
    }

    private StayView chart(String stay) {
        return charts.computeIfAbsent(stay, ignored -> new StayView());
    }
}
