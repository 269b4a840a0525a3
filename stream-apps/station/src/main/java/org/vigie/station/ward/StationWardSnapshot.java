package org.vigie.station.ward;

import java.util.List;
import org.vigie.station.alarm.AlarmServiceSnapshot;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.health.ReadingQualitySnapshot;
import org.vigie.station.health.WardClockSnapshot;

/**
 * Shows the whole ward at one instant: everything that a page needs when it opens.
 *
 * @param service notification channels and alarm load
 * @param beds in their fixed places
 * @param alerts active ones, and those cleared a short while ago
 */
public record StationWardSnapshot(
        WardClockSnapshot clock,
        ReadingQualitySnapshot quality,
        AlarmServiceSnapshot service,
        List<VariableDescription> variables,
        List<BedSnapshot> beds,
        List<AlertSnapshot> alerts) {}
