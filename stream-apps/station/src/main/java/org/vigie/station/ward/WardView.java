package org.vigie.station.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vigie.access.UnitScope;
import org.vigie.schemas.AlarmLoad;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AuditEvent;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.NotificationDelivery;
import org.vigie.schemas.NotificationStatus;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.RulePublication;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.Window;
import org.vigie.station.access.BedAccesses;
import org.vigie.station.alarm.AlarmView;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.alarm.WardAlarms;
import org.vigie.station.alarm.limit.BedAlarmLimits;
import org.vigie.station.alarm.service.AlarmServiceSnapshot;
import org.vigie.station.alarm.service.AlarmServiceView;
import org.vigie.station.health.ReadingQualityCounts;
import org.vigie.station.health.ReadingQualitySnapshot;
import org.vigie.station.health.SenderCounts;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.health.WardClockSnapshot;
import org.vigie.station.health.WardWatchdog;
import org.vigie.station.replay.ReplaySnapshot;
import org.vigie.station.stay.StayView;
import org.vigie.station.trend.TrendSnapshot;

/**
 * Holds the state of the ward in memory: takes records and returns snapshots. Thread-safe. Time is a parameter: {@code wall} is the
 * station's clock, from which the ward's own time follows.
 */
public final class WardView {
    private final WardViewConfig settings;
    private final WardWatchdog watch;
    private final BedOccupancyView occupancy;
    private final StayViews stays = new StayViews();
    private final WardAlarms alarms;
    private final MonitoredTime monitored = new MonitoredTime();
    private final AlarmServiceView service = new AlarmServiceView();
    private final ReadingQualityCounts quality = new ReadingQualityCounts();
    private final SenderCounts senders = new SenderCounts();
    private final ChangedBeds changedBeds = new ChangedBeds();
    private final BedAccesses accesses = new BedAccesses();
    private final Set<String> changedAlerts = new LinkedHashSet<>();
    private final BedSnapshotBuilder snapshots;
    private boolean layoutChanged;

    /** Creates the view of a ward with the shipped alarm rules and the display's defaults. */
    public WardView(StalenessConfig staleness, List<String> fixedBeds, double fastest, Instant started) {
        this(WardViewConfig.of(staleness), fixedBeds, fastest, started);
    }

    /**
     * @param fixedBeds beds whose places are given; others follow
     * @param fastest seconds of the ward per second of the wall, at most
     * @param started wall time since which the station listens
     */
    public WardView(WardViewConfig settings, List<String> fixedBeds, double fastest, Instant started) {
        this.settings = settings;
        this.watch = new WardWatchdog(settings.staleness(), fastest, started);
        this.occupancy = new BedOccupancyView(fixedBeds);
        this.alarms = new WardAlarms(settings.rules(), settings.monitorAlarms());
        this.snapshots = new BedSnapshotBuilder(settings, watch, occupancy, stays, alarms);
    }

    public synchronized void take(BedStays stays) {
        layoutChanged |= occupancy.take(stays);
        changedBeds.add(stays.getBed());
    }

    public synchronized void take(CleanObservation observation) {
        watch.take(observation);
        layoutChanged |= occupancy.take(observation);
        stays.of(observation.getStay()).take(observation);
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
            stays.of(reading.getStay()).take(reading);
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
        stays.of(score.getStay()).take(score);
        changedBeds.addStay(score.getStay());
    }

    public synchronized void take(Window window) {
        stays.of(window.getStay()).take(window);
    }

    /** @param sentAt when the broker took it */
    public synchronized void take(TriageAssessmentRecord triage, Instant sentAt) {
        watch.triage(sentAt);
        stays.of(triage.getStay()).take(triage, sentAt);
        changedBeds.addStay(triage.getStay());
    }

    public synchronized void take(Alert alert) {
        alarms.alarms().take(alert);
        changedAlerts.add(alert.getAlert());
        changedBeds.addStay(alert.getStay());
    }

    /** Takes an event of the audit trail. */
    public synchronized void take(AuditEvent event) {
        accesses.take(event);
    }

    /** Takes what became of a call. */
    public synchronized void take(NotificationDelivery delivery) {
        alarms.deliveries().take(delivery);
        changedAlerts.add(delivery.getAlert());
        changedBeds.addStay(delivery.getStay());
    }

    /** Takes an alarm that a monitor raised itself. */
    public synchronized void take(BedsideAlarm alarm) {
        alarms.monitors().take(alarm);
        if (occupancy.beds().contains(alarm.getBed())) {
            changedBeds.add(alarm.getBed());
        }
    }

    /** Takes an entry of the ledger. Only patient limits and shelves come from here; alarms come from {@code alerts.current}. */
    public synchronized void takeEntry(Alert entry) {
        if (alarms.takeEntry(entry)) {
            changedBeds.addStay(entry.getStay());
        }
    }

    /** Takes alarm rules that were published. The ward keeps the rules before them when this release cannot read them. */
    public synchronized void take(RulePublication publication) {
        if (!alarms.take(publication)) {
            quality.unreadable();
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
        alarms.alarms().remove(alert);
        alarms.deliveries().remove(alert);
        layoutChanged = true;
    }

    /** The record of a call was deleted. */
    public synchronized void removeDelivery(String key) {
        alarms.deliveries().removeRecord(key);
    }

    /** A record of a known topic could not be read. */
    public synchronized void unreadable() {
        quality.unreadable();
    }

    /** Marks the ward as a replay, which says where it is. */
    public synchronized void showReplay(Supplier<ReplaySnapshot> replay) {
        watch.showReplay(replay);
    }

    /** Marks the ward as not watched until {@link #started}: records of before the start are still unread. */
    public synchronized void starts() {
        watch.starts();
    }

    /** Takes note that everything that the topics held at the start is read. */
    public synchronized void started() {
        watch.started();
        layoutChanged = true;
    }

    /** Records whether the topics cannot be read at present. */
    public synchronized void readerFailed(boolean failed) {
        watch.readerFailed(failed);
    }

    public synchronized StationWardSnapshot snapshot(Instant wall) {
        advance(wall);
        return new StationWardSnapshot(
                watch.snapshot(wall),
                settings.display(),
                settings.cards(),
                alarms.rules(wall),
                quality.snapshot(senders.snapshots()),
                service(wall),
                VariableDescription.all(settings.display()),
                occupancy.beds().stream().map(bed -> snapshots.bed(bed, wall)).toList(),
                occupancy.beds().stream()
                        .flatMap(bed -> snapshots.smallTrends(bed, wall))
                        .toList(),
                alarms.alarms().all().stream()
                        .flatMap(alert -> snapshots.listed(alert, wall).stream())
                        .toList());
    }

    public synchronized List<AlertSnapshot> alerts(Instant wall) {
        advance(wall);
        return alarms.alarms().all().stream()
                .sorted(AlarmView.URGENCY)
                .flatMap(alert -> snapshots.listed(alert, wall).stream())
                .toList();
    }

    /**
     * Returns what changed since the last call. It returns a bed at most once per {@code gap}; later changes of the bed follow then.
     *
     * @param wall not before that of the last call
     */
    public WardChanges changes(Instant wall, Duration gap) {
        return changes(wall, wall, gap);
    }

    /**
     * Returns what changed since the last call, when the ward's clock is not that of the page.
     *
     * @param sentAt time from which {@code gap} counts, never before that of the last call: of a clock that is not set back
     */
    public synchronized WardChanges changes(Instant wall, Instant sentAt, Duration gap) {
        Optional<Instant> now = watch.now(wall);
        advance(wall);
        layoutChanged |= now.filter(at -> alarms.alarms()
                        .forgetEndedBefore(at.minus(settings.staleness().cleared())))
                .isPresent();
        occupancy.beds().forEach(bed -> changedBeds.occupant(bed, occupancy.on(bed, now)));
        // An event reaches only those who see the bed that it names: the others would keep an alarm at the bed that its
        // patient left.
        layoutChanged |= alarms.alarms().listsOneOf(changedBeds.movedStays());
        changedBeds.occupantsUpdated();
        List<BedSnapshot> beds = changedBeds.due(sentAt, gap).stream()
                .map(bed -> snapshots.bed(bed, wall))
                .toList();
        var changes = new WardChanges(layoutChanged, beds, changedAlerts(wall));
        layoutChanged = false;
        changedAlerts.clear();
        return changes;
    }

    private List<AlertSnapshot> changedAlerts(Instant wall) {
        return changedAlerts.stream()
                .flatMap(alert -> alarms.alarms().find(alert).stream())
                .flatMap(alert -> snapshots.listed(alert, wall).stream())
                .toList();
    }

    /** Removes stays that lie on no bed and had no records for a day, and old alarms of monitors. */
    public synchronized void forget(Instant wall) {
        watch.now(wall).ifPresent(now -> {
            stays.forget(now, stay -> occupancy.isOnABed(stay, now));
            alarms.monitors().forgetBefore(now.minus(settings.staleness().cleared()));
        });
    }

    /** The ward's time; the wall's while nothing has come in. */
    public synchronized Instant now(Instant wall) {
        return watch.now(wall).orElse(wall);
    }

    /** Returns the units of all beds. */
    public synchronized Set<String> units() {
        return occupancy.beds().stream().map(UnitScope::unitOf).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the bed on which a stay lies or lay; empty when the ward never had it. */
    public synchronized Optional<String> bedOf(String stay) {
        return occupancy.bedOf(stay);
    }

    public synchronized WardClockSnapshot clock(Instant wall) {
        return watch.snapshot(wall);
    }

    public synchronized AlarmServiceSnapshot service(Instant wall) {
        Optional<Instant> now = watch.now(wall);
        List<StayView> present = occupancy.beds().stream()
                .flatMap(bed -> occupancy.on(bed, now).stream())
                .map(occupant -> stays.of(occupant.stay()))
                .toList();
        return service.snapshot(monitored.of(present, now.orElse(wall), wall), alarms.monitorAlarms());
    }

    /** Returns the beds on which somebody lies. */
    public synchronized List<String> occupiedBeds(Instant wall) {
        Optional<Instant> now = watch.now(wall);
        return occupancy.beds().stream()
                .filter(bed -> occupancy.on(bed, now).isPresent())
                .toList();
    }

    public synchronized ReadingQualitySnapshot quality() {
        return quality.snapshot(senders.snapshots());
    }

    /**
     * Returns the trends of the patient in a bed.
     *
     * @param hours how far back, 1 to {@link TrendSnapshot#MOST_HOURS}
     * @return empty when there is no such bed, or no patient in it
     */
    public synchronized Optional<TrendSnapshot> trend(String bed, int hours, Instant wall) {
        Instant now = now(wall);
        return occupancy
                .on(bed, Optional.of(now))
                .map(OccupantSnapshot::stay)
                .map(stay -> stays.of(stay)
                        .trends()
                        .snapshot(bed, stay, now, hours, alarms.limits(bed, stay)::inForce)
                        .with(occupancy.arrivals(stay)));
    }

    /** Returns the alarm limits in force for a stay in a bed. */
    public synchronized BedAlarmLimits limits(String bed, String stay) {
        return alarms.limits(bed, stay);
    }

    /** Returns the earlier scores that a reader may see and the changed limits of the patient in a bed; empty when nobody lies there. */
    public synchronized Optional<BedHistorySnapshot> history(String bed, Instant wall, WardReader reader) {
        return snapshots.history(bed, wall, reader);
    }

    /** Returns the newest score of the patient in a bed as {@code stay:revision}; empty when there is none. */
    public synchronized Optional<String> scoreOn(String bed, Instant wall) {
        return occupancy
                .on(bed, watch.now(wall))
                .flatMap(occupant ->
                        stays.of(occupant.stay()).scoreRevision().map(revision -> occupant.stay() + ":" + revision));
    }

    /** Returns who looked at the patient in a bed; empty when nobody lies there. */
    public synchronized Optional<BedAccessesSnapshot> accesses(String bed, Instant wall) {
        return occupancy.on(bed, watch.now(wall)).map(occupant -> {
            Instant since = occupant.admittedAt() == null ? Instant.EPOCH : Instant.ofEpochMilli(occupant.admittedAt());
            return new BedAccessesSnapshot(bed, occupant.stay(), accesses.of(bed, since));
        });
    }

    /** Uses the alarm rules in force and ends the alarms of ended stays and, at the monitors, of former patients. */
    private void advance(Instant wall) {
        layoutChanged |= alarms.useRulesAt(wall);
        Optional<Instant> now = watch.now(wall);
        changedAlerts.addAll(alarms.alarms().endWithStays(stay -> occupancy.endOf(stay, now)));
        now.ifPresent(at -> alarms.monitors().endThoseOfFormerPatients(bed -> occupancy.turnover(bed, at)));
    }
}
