package org.vigie.alerts;

import java.util.EnumSet;
import java.util.Set;
import org.vigie.schemas.Reason;
import org.vigie.schemas.RejectedReading;

/** Which rejected readings tell of the equipment: a code or unit that nobody knows, a clock that runs ahead. */
final class EquipmentFaultFilter {
    private static final Set<Reason> OF_THE_EQUIPMENT =
            EnumSet.of(Reason.UNKNOWN_VARIABLE, Reason.UNKNOWN_UNIT, Reason.FUTURE_TIME);

    private EquipmentFaultFilter() {}

    static boolean isOne(RejectedReading reading) {
        return reading.getStay() != null && OF_THE_EQUIPMENT.contains(reading.getReason());
    }
}
