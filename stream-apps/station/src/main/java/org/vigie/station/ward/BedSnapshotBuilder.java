package org.vigie.station.ward;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertKind;
import org.vigie.station.alarm.AlarmView;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.alarm.BedAlarmsSnapshot;
import org.vigie.station.alarm.PatientLimitView;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.health.WardWatchdog;
import org.vigie.station.stay.LatestRecordOrigin;
import org.vigie.station.stay.StayView;

/** Builds the snapshots of beds and alarms. Each snapshot has a higher revision than those before. */
final class BedSnapshotBuilder {
    private final StalenessConfig limits;
    private final WardWatchdog watch;
    private final BedOccupancyView occupancy;
    private final StayViews stays;
    private final AlarmView alarms;
    private final PatientLimitView patientLimits;
    private long revision;

    BedSnapshotBuilder(
            StalenessConfig limits,
            WardWatchdog watch,
            BedOccupancyView occupancy,
            StayViews stays,
            AlarmView alarms,
            PatientLimitView patientLimits) {
        this.limits = limits;
        this.watch = watch;
        this.occupancy = occupancy;
        this.stays = stays;
        this.alarms = alarms;
        this.patientLimits = patientLimits;
    }

    BedSnapshot bed(String bed, Instant wall) {
        return occupancy
                .on(bed, watch.now(wall))
                .map(occupant -> occupied(bed, occupant, wall))
                .orElseGet(() -> BedSnapshot.free(bed, ++revision));
    }

    AlertSnapshot alert(Alert alert, Instant wall) {
        String bed = occupancy.bedOf(alert.getStay(), alert.getBed(), watch.now(wall));
        return AlertSnapshot.of(alert, bed, alarms.endedWithStay(alert), ++revision);
    }

    private BedSnapshot occupied(String bed, OccupantSnapshot occupant, Instant wall) {
        Instant now = watch.now(wall).orElse(wall);
        StayView stay = stays.of(occupant.stay());
        return new BedSnapshot(
                bed,
                ++revision,
                occupant,
                stay.values(now, watch.speed(), limits),
                stay.others(now, watch.speed(), limits),
                stay.triage(wall, limits).orElse(null),
                stay.risk(now, limits).orElse(null),
                alarms(occupant.stay(), bed),
                patientLimits.of(occupant.stay()),
                stay.quality().suspectByReason(),
                stay.quality().rejectedByReason(),
                stay.record().map(LatestRecordOrigin::of).orElse(null));
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
}
