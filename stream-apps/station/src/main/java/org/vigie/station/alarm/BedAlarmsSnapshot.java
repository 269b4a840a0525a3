package org.vigie.station.alarm;

import java.util.List;
import java.util.Map;
import org.vigie.schemas.AlarmPriorityRecord;

/**
 * Shows the alarms of one bed: those of the patient apart from those of the equipment.
 *
 * @param highest most urgent physiological alarm; absent when none is active
 * @param active number of active physiological alarms
 * @param technical most urgent technical alarm; absent when none is active
 * @param technicalActive number of active technical alarms
 * @param worst worst values of the open physiological alarms since their onset
 * @param variables whose readings caused an active physiological alarm, with the most urgent priority
 */
public record BedAlarmsSnapshot(
        AlertSnapshot highest,
        int active,
        AlertSnapshot technical,
        int technicalActive,
        List<OpenAlarmSnapshot> worst,
        Map<String, AlarmPriorityRecord> variables) {}
