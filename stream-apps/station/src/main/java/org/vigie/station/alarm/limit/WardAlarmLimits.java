package org.vigie.station.alarm.limit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.alarm.rules.UnitRules;

/** Finds the alarm limits in force at each bed of the ward. */
public final class WardAlarmLimits {
    private final Map<String, BedAlarmLimits> byProfile = new HashMap<>();
    private AlarmRuleCatalogue catalogue;

    /** @param catalogue the rules that {@code alert-streams} applies */
    public WardAlarmLimits(AlarmRuleCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Uses the rules that {@code alert-streams} applies now. Returns true when they are others than before. */
    public boolean use(AlarmRuleCatalogue inForce) {
        boolean changed = !inForce.equals(catalogue);
        if (changed) {
            catalogue = inForce;
            byProfile.clear();
        }
        return changed;
    }

    /**
     * Returns the limits at a bed.
     *
     * @param own limits of its patient
     */
    public BedAlarmLimits at(String bed, List<PatientLimitSnapshot> own) {
        UnitRules unit = catalogue.at(bed);
        return own.isEmpty()
                ? byProfile.computeIfAbsent(unit.profile(), ignored -> new BedAlarmLimits(unit.rules()))
                : new BedAlarmLimits(unit.rules()
                        .with(own.stream().map(WardAlarmLimits::limit).toList()));
    }

    private static PatientLimit limit(PatientLimitSnapshot own) {
        return new PatientLimit(
                own.variable(),
                LimitSide.valueOf(own.side()),
                AlarmPriority.valueOf(own.priority()),
                own.limit(),
                own.by(),
                Instant.MAX);
    }
}
