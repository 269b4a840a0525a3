package org.vigie.station.ward;

import java.util.List;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.alarm.service.AlarmServiceSnapshot;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.ModelCardSnapshot;
import org.vigie.station.health.ReadingQualitySnapshot;
import org.vigie.station.health.WardClockSnapshot;

/**
 * Shows the whole ward at one instant: everything that a page needs when it opens.
 *
 * @param display what the site shows: {@code score} and {@code units}
 * @param models cards of the models that may give scores
 * @param service notification channels, alarm load and the monitors' own alarms
 * @param beds in their fixed places
 * @param alerts active ones, and those cleared a short while ago
 */
public record StationWardSnapshot(
        WardClockSnapshot clock,
        DisplayConfig display,
        List<ModelCardSnapshot> models,
        ReadingQualitySnapshot quality,
        AlarmServiceSnapshot service,
        List<VariableDescription> variables,
        List<BedSnapshot> beds,
        List<AlertSnapshot> alerts) {}
