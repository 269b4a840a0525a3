package org.vigie.station.past;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.station.alarm.limit.PatientLimitSnapshot;
import org.vigie.station.stay.ValueSnapshot;
import org.vigie.station.trend.LimitInForceSnapshot;
import org.vigie.station.ward.BedSnapshot;
import org.vigie.station.ward.WardView;

/**
 * Lists the alarm limits that were in force at each occupied bed: of every variable that the bed shows, however old its value is, and of
 * those for which a person set a limit.
 *
 * @param ward as it was
 */
record PastLimits(WardView ward) {
    static Map<String, List<LimitInForceSnapshot>> of(WardView ward, List<BedSnapshot> beds) {
        var limits = new PastLimits(ward);
        Map<String, List<LimitInForceSnapshot>> ofBeds = new TreeMap<>();
        beds.stream().filter(bed -> bed.occupant() != null).forEach(bed -> ofBeds.put(bed.bed(), limits.of(bed)));
        return ofBeds;
    }

    private List<LimitInForceSnapshot> of(BedSnapshot bed) {
        var inForce = ward.limits(bed.bed(), bed.occupant().stay());
        return Stream.concat(
                        bed.values().stream().map(ValueSnapshot::variable),
                        bed.limits().stream().map(PatientLimitSnapshot::variable))
                .distinct()
                .flatMap(variable -> inForce.inForce(variable).stream())
                .toList();
    }
}
