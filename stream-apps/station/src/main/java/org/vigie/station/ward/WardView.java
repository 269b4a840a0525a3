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
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.schemas.AlertPriority;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.NotificationStatus;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.Triage;
import org.vigie.schemas.Window;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * The ward in memory: takes records in, gives pictures out. Thread-safe. Time comes in: {@code wall} is the station's clock, from which
 * the ward's own time follows.
 */
public final class WardView {
    private static final Duration CHART_KEPT = Duration.ofDays(1);

    private final Limits limits;
    private final Watch watch;
    private final Occupancy occupancy;
    private final Map<String, Chart> charts = new HashMap<>();
    private final AlarmBook alarms = new AlarmBook();
    private final LimitBook patientLimits = new LimitBook();
    private final Service service = new Service();
    private final Quality quality = new Quality();
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
    public WardView(Limits limits, List<String> fixedBeds, double fastest, Instant started) {
        this.limits = limits;
        this.watch = new Watch(limits, fastest, started);
        this.occupancy = new Occupancy(fixedBeds);
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
    public synchronized void take(Triage triage, Instant sentAt) {
        watch.triage(sentAt);
        chart(triage.getStay()).take(triage, sentAt);
        changedBeds.addStay(triage.getStay());
    }

    public synchronized void take(Alert alert) {
        alarms.take(alert);
        changedAlerts.add(alert.getAlert());
        changedBeds.addStay(alert.getStay());
    }

    /** An entry of the ledger: of all that it tells only patients' limits are not in {@code alerts.current}. */
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
    public synchronized void alertGone(String alert) {
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

    public synchronized WardPicture picture(Instant wall) {
        endAlarmsOfEndedStays(wall);
        return new WardPicture(
                watch.picture(wall),
                quality.picture(senders.pictures()),
                service.picture(),
                VariableCatalogue.standard().all().stream()
                        .map(VariablePicture::of)
                        .toList(),
                occupancy.beds().stream().map(bed -> bedPicture(bed, wall)).toList(),
                alarms.all().stream().map(alert -> alertPicture(alert, wall)).toList());
    }

    public synchronized List<AlertPicture> alerts(Instant wall) {
        endAlarmsOfEndedStays(wall);
        return alarms.all().stream()
                .sorted(AlarmBook.URGENCY)
                .map(alert -> alertPicture(alert, wall))
                .toList();
    }

    /**
     * What changed since the last call. A bed is named at most once per {@code gap}; what comes in between is named later.
     *
     * @param wall not before that of the last call
     */
    public synchronized Changes changes(Instant wall, Duration gap) {
        Optional<Instant> now = watch.now(wall);
        endAlarmsOfEndedStays(wall);
        layoutChanged |= now.filter(at -> alarms.forgetEndedBefore(at.minus(limits.cleared())))
                .isPresent();
        occupancy.beds().forEach(bed -> changedBeds.occupant(bed, occupancy.on(bed, now)));
        changedBeds.occupantsTold();
        var changes = new Changes(
                layoutChanged,
                changedBeds.due(wall, gap).stream()
                        .map(bed -> bedPicture(bed, wall))
                        .toList(),
                changedAlerts.stream()
                        .flatMap(alert -> alarms.find(alert).stream())
                        .map(alert -> alertPicture(alert, wall))
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

    public synchronized ClockPicture clock(Instant wall) {
        return watch.picture(wall);
    }

    public synchronized ServicePicture service() {
        return service.picture();
    }

    public synchronized QualityPicture quality() {
        return quality.picture(senders.pictures());
    }

    /**
     * @param hours how far back, 1 to 24
     * @return empty when there is no such bed, or nobody on it
     */
    public synchronized Optional<TrendPicture> trend(String bed, int hours, Instant wall) {
        Instant now = now(wall);
        Instant from = now.minus(Duration.ofHours(hours));
        return occupancy
                .on(bed, Optional.of(now))
                .map(Occupant::stay)
                .map(stay -> new TrendPicture(
                        bed,
                        stay,
                        now.toEpochMilli(),
                        from.toEpochMilli(),
                        hours,
                        chart(stay).trends().lines(from, hours)));
    }

    private BedPicture bedPicture(String bed, Instant wall) {
        Instant now = now(wall);
        return occupancy
                .on(bed, watch.now(wall))
                .map(occupant -> occupied(bed, occupant, chart(occupant.stay()), now, wall))
                .orElseGet(() -> BedPicture.free(bed, ++revision));
    }

    private BedPicture occupied(String bed, Occupant occupant, Chart chart, Instant now, Instant wall) {
        return new BedPicture(
                bed,
                ++revision,
                occupant,
                chart.values(now, watch.speed(), limits),
                chart.others(now, watch.speed(), limits),
                chart.triage(wall, limits).orElse(null),
                chart.risk(now, limits).orElse(null),
                alarms(occupant.stay(), bed),
                patientLimits.of(occupant.stay()),
                chart.quality().suspectByReason(),
                chart.quality().rejectedByReason(),
                chart.record().map(NewestRecord::of).orElse(null));
    }

    private AlarmsPicture alarms(String stay, String bed) {
        List<Alert> patient = alarms.active(stay, AlertKind.PHYSIOLOGICAL);
        List<Alert> equipment = alarms.active(stay, AlertKind.TECHNICAL);
        return new AlarmsPicture(
                first(patient, bed), patient.size(), first(equipment, bed), equipment.size(), variables(patient));
    }

    /** @param alarms most urgent first */
    private static Map<String, AlertPriority> variables(List<Alert> alarms) {
        Map<String, AlertPriority> variables = new TreeMap<>();
        for (Alert alarm : alarms) {
            alarm.getCauses().forEach(cause -> variables.putIfAbsent(cause.getVariable(), alarm.getPriority()));
        }
        return variables;
    }

    private AlertPicture first(List<Alert> alerts, String bed) {
        return alerts.isEmpty() ? null : AlertPicture.of(alerts.get(0), bed, Optional.empty(), ++revision);
    }

    private AlertPicture alertPicture(Alert alert, Instant wall) {
        String bed = occupancy.bedOf(alert.getStay(), alert.getBed(), watch.now(wall));
        return AlertPicture.of(alert, bed, alarms.endedWithStay(alert), ++revision);
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

    private Chart chart(String stay) {
        return charts.computeIfAbsent(stay, ignored -> new Chart());
    }
}
