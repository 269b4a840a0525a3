package org.vigie.alerts.record;

import java.util.EnumSet;
import java.util.Set;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.RejectedReading;

/** Selects the rejected readings that show an equipment fault: an unknown code or unit, or a clock that runs ahead. */
public final class EquipmentFaultFilter {
    private static final Set<CleaningReasonRecord> OF_THE_EQUIPMENT = EnumSet.of(
            CleaningReasonRecord.UNKNOWN_VARIABLE, CleaningReasonRecord.UNKNOWN_UNIT, CleaningReasonRecord.FUTURE_TIME);

    private EquipmentFaultFilter() {}

    public static boolean isOne(RejectedReading reading) {
        return reading.getStay() != null && OF_THE_EQUIPMENT.contains(reading.getReason());
    }
}
