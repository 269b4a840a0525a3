package org.vigie.alerts.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.state.record.LimitSideStateRecord;
import org.vigie.alerts.state.record.OpenAlarmStateRecord;
import org.vigie.alerts.state.record.PatientLimitStateRecord;
import org.vigie.alerts.state.record.SaturationScaleStateRecord;
import org.vigie.alerts.state.record.ShelfStateRecord;
import org.vigie.alerts.state.record.StayStateRecord;
import org.vigie.records.EnumMapping;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.PatientSaturationScale;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.incident.EscalationProgress;
import org.vigie.signal.alarm.lifecycle.AlarmHandling;
import org.vigie.signal.alarm.lifecycle.OpenAlarm;
import org.vigie.signal.alarm.lifecycle.ShelvedRule;
import org.vigie.signal.alarm.lifecycle.StayAlarms;
import org.vigie.signal.earlywarning.SaturationScale;

/** Maps the alarms of a stay to fields of its state record and back. */
final class StayAlarmsMapper {
    static final EnumMapping<LimitSideStateRecord, LimitSide> SIDE =
            EnumMapping.byName(LimitSideStateRecord.class, LimitSide.class);

    private StayAlarmsMapper() {}

    static void write(StayAlarms alarms, StayStateRecord stored) {
        stored.setAlarmsBed(alarms.bed());
        stored.setOpen(alarms.open().stream().map(StayAlarmsMapper::open).toList());
        stored.setShelves(alarms.shelves().stream().map(StayAlarmsMapper::shelf).toList());
        stored.setLimits(alarms.limits().stream().map(StayAlarmsMapper::limit).toList());
        stored.setClosed(
                alarms.closed().stream().map(AlarmStateMapper::toRecord).toList());
        stored.setCommandIds(alarms.commandIds());
        stored.setIncident(alarms.incident().map(IncidentStateMapper::toRecord).orElse(null));
        stored.setSequence(alarms.sequence());
        stored.setAlarmsClock(alarms.clock().toEpochMilli());
        stored.setNewestEntryAt(alarms.newestEntryAt().toEpochMilli());
        stored.setSaturationScale(
                alarms.patientScale().map(StayAlarmsMapper::scale).orElse(null));
    }

    static StayAlarms read(StayStateRecord stored) {
        var alarms = new StayAlarms(
                stored.getStay(),
                stored.getAlarmsBed(),
                stored.getOpen().stream().map(StayAlarmsMapper::open).toList(),
                stored.getShelves().stream().map(StayAlarmsMapper::shelf).toList(),
                stored.getLimits().stream().map(StayAlarmsMapper::limit).toList(),
                stored.getClosed().stream().map(AlarmStateMapper::toRule).toList(),
                List.copyOf(stored.getCommandIds()),
                stored.getSequence(),
                Instant.ofEpochMilli(stored.getAlarmsClock()),
                Instant.ofEpochMilli(stored.getNewestEntryAt()));
        alarms.setPatientScale(scale(stored.getSaturationScale()));
        return alarms.with(IncidentStateMapper.toRule(stored.getIncident()));
    }

    private static OpenAlarmStateRecord open(OpenAlarm open) {
        AlarmHandling handling = open.handling();
        EscalationProgress escalation = handling.escalation();
        return new OpenAlarmStateRecord(
                AlarmStateMapper.toRecord(open.alarm()),
                handling.version(),
                escalation.since().toEpochMilli(),
                escalation.steps(),
                escalation.role(),
                handling.latched(),
                IncidentStateMapper.acknowledgement(handling.acknowledgementOrNull()),
                StayStateCodec.millis(handling.pauseEndOrNull()),
                handling.easedOrNull() == null ? null : AlarmStateMapper.toRecord(handling.easedOrNull()));
    }

    private static OpenAlarm open(OpenAlarmStateRecord stored) {
        Alarm alarm = AlarmStateMapper.toRule(stored.getAlarm());
        Instant since = Instant.ofEpochMilli(stored.getEscalatingSince());
        var handling = new AlarmHandling(
                stored.getVersion(),
                new EscalationProgress(since, stored.getEscalationSteps(), stored.getEscalatedTo()),
                stored.getLatched(),
                IncidentStateMapper.acknowledgement(stored.getAcknowledgement()),
                StayStateCodec.instant(stored.getPauseEnd()),
                stored.getEased() == null ? null : AlarmStateMapper.toRule(stored.getEased()));
        return new OpenAlarm(alarm.id(), alarm, handling);
    }

    private static ShelfStateRecord shelf(ShelvedRule shelf) {
        return new ShelfStateRecord(
                AlarmStateMapper.toRecord(shelf.alarm()), shelf.until().toEpochMilli());
    }

    private static ShelvedRule shelf(ShelfStateRecord stored) {
        return new ShelvedRule(AlarmStateMapper.toRule(stored.getAlarm()), Instant.ofEpochMilli(stored.getUntil()));
    }

    private static PatientLimitStateRecord limit(PatientLimit limit) {
        return new PatientLimitStateRecord(
                limit.variable(),
                SIDE.toRecord(limit.side()),
                ConditionStateMapper.PRIORITY.toRecord(limit.priority()),
                limit.limit(),
                limit.by(),
                limit.isOpenEnded() ? null : limit.until().toEpochMilli());
    }

    private static PatientLimit limit(PatientLimitStateRecord stored) {
        Instant until = StayStateCodec.instant(stored.getUntil());
        return new PatientLimit(
                stored.getVariable(),
                SIDE.toRule(stored.getSide()),
                ConditionStateMapper.PRIORITY.toRule(stored.getPriority()),
                stored.getLimit(),
                stored.getBy(),
                until == null ? Instant.MAX : until);
    }

    private static SaturationScaleStateRecord scale(PatientSaturationScale scale) {
        return new SaturationScaleStateRecord(
                scale.scale().number(), scale.by(), scale.since().toEpochMilli());
    }

    private static @Nullable PatientSaturationScale scale(@Nullable SaturationScaleStateRecord stored) {
        return stored == null
                ? null
                : new PatientSaturationScale(
                        SaturationScale.of(stored.getScale()).orElse(SaturationScale.SCALE_1),
                        stored.getBy(),
                        Instant.ofEpochMilli(stored.getSince()));
    }
}
