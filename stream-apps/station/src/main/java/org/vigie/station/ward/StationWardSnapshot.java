package org.vigie.station.ward;

import java.util.List;
import org.vigie.access.UnitScope;
import org.vigie.station.alarm.AlarmRulesSnapshot;
import org.vigie.station.alarm.AlertSnapshot;
import org.vigie.station.alarm.service.AlarmServiceSnapshot;
import org.vigie.station.display.DisplayConfig;
import org.vigie.station.display.ModelCardSnapshot;
import org.vigie.station.health.ReadingQualitySnapshot;
import org.vigie.station.health.WardClockSnapshot;
import org.vigie.station.trend.SmallTrendSnapshot;

/**
 * Shows the whole ward at one instant: everything that a page needs when it opens.
 *
 * @param display what the site shows: {@code score} and {@code units}
 * @param models cards of the models that may give scores
 * @param rules alarm rules in force
 * @param service notification channels, alarm load and the monitors' own alarms
 * @param beds in their fixed places
 * @param trends last hour of heart rate and oxygen saturation of each occupied bed
 * @param alerts active ones, and those cleared a short while ago
 */
public record StationWardSnapshot(
        WardClockSnapshot clock,
        DisplayConfig display,
        List<ModelCardSnapshot> models,
        AlarmRulesSnapshot rules,
        ReadingQualitySnapshot quality,
        AlarmServiceSnapshot service,
        List<VariableDescription> variables,
        List<BedSnapshot> beds,
        List<SmallTrendSnapshot> trends,
        List<AlertSnapshot> alerts) {
    /** Returns what a reader may see: the beds and alarms of the reader's units, and the risks for which an own estimate stands. */
    public StationWardSnapshot seenBy(WardReader reader) {
        UnitScope scope = reader.scope();
        return new StationWardSnapshot(
                clock,
                display,
                models,
                rules,
                quality,
                service.within(scope),
                variables,
                beds.stream()
                        .filter(bed -> scope.coversBed(bed.bed()))
                        .map(bed -> bed.seenBy(reader))
                        .toList(),
                trends.stream().filter(trend -> scope.coversBed(trend.bed())).toList(),
                alerts.stream().filter(alert -> scope.coversBed(alert.bed())).toList());
    }
}
