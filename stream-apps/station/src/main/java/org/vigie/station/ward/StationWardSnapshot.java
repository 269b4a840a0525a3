package org.vigie.station.ward;

import java.util.List;
import org.vigie.station.alarm.AlarmServiceSnapshot;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.health.ReadingQualitySnapshot;
import org.vigie.station.health.WardClockSnapshot;

/**
 * The whole ward at one instant: all that a page needs to begin.
 *
 * @param service how calls reach people, and how many they are
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
