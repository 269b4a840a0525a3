package org.vigie.records;

import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.AlarmCommandRefusalRecord;
import org.vigie.schemas.AlarmFeedbackRecord;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.AttentionLevelRecord;
import org.vigie.schemas.CallReasonRecord;
import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.OrganSystemRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmCommandRefusal;
import org.vigie.signal.alarm.command.AlarmFeedback;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.event.CallReason;
import org.vigie.signal.alarm.incident.OrganSystem;
import org.vigie.signal.attention.AttentionLevel;
import org.vigie.signal.clean.CleaningOutcome;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.MeasurementStatus;
import org.vigie.signal.impute.CellOrigin;
import org.vigie.signal.triage.TriageLevel;
import org.vigie.signal.window.StaticFeatures;

/** Maps the constants of each record's enum to the constants of a rule's enum. */
public final class EnumMappings {
    public static final EnumMapping<MeasurementStatusRecord, MeasurementStatus> MEASUREMENT_STATUS =
            EnumMapping.byName(MeasurementStatusRecord.class, MeasurementStatus.class);
    public static final EnumMapping<CleaningReasonRecord, CleaningReason> CLEANING_REASON =
            EnumMapping.byName(CleaningReasonRecord.class, CleaningReason.class);
    public static final EnumMapping<CleaningOutcomeRecord, CleaningOutcome> CLEANING_OUTCOME =
            EnumMapping.byName(CleaningOutcomeRecord.class, CleaningOutcome.class);
    public static final EnumMapping<CellOriginRecord, CellOrigin> CELL_ORIGIN =
            EnumMapping.byName(CellOriginRecord.class, CellOrigin.class);
    public static final EnumMapping<AdministrativeSexRecord, StaticFeatures.AdministrativeSex> ADMINISTRATIVE_SEX =
            EnumMapping.byName(AdministrativeSexRecord.class, StaticFeatures.AdministrativeSex.class);
    public static final EnumMapping<UnitTypeRecord, StaticFeatures.UnitType> UNIT_TYPE =
            EnumMapping.byName(UnitTypeRecord.class, StaticFeatures.UnitType.class);
    public static final EnumMapping<AlarmPriorityRecord, AlarmPriority> ALARM_PRIORITY =
            EnumMapping.byName(AlarmPriorityRecord.class, AlarmPriority.class);
    public static final EnumMapping<AlertStateRecord, AlarmEventKind> ALARM_EVENT_KIND =
            EnumMapping.byName(AlertStateRecord.class, AlarmEventKind.class);
    public static final EnumMapping<AlarmFeedbackRecord, AlarmFeedback> ALARM_FEEDBACK =
            EnumMapping.byName(AlarmFeedbackRecord.class, AlarmFeedback.class);
    public static final EnumMapping<CommandTypeRecord, AlarmCommand.CommandType> COMMAND_TYPE =
            EnumMapping.byName(CommandTypeRecord.class, AlarmCommand.CommandType.class);
    public static final EnumMapping<AlarmCommandRefusalRecord, AlarmCommandRefusal> COMMAND_REFUSAL =
            EnumMapping.byName(AlarmCommandRefusalRecord.class, AlarmCommandRefusal.class);
    public static final EnumMapping<CallReasonRecord, CallReason> CALL_REASON =
            EnumMapping.byName(CallReasonRecord.class, CallReason.class);
    public static final EnumMapping<OrganSystemRecord, OrganSystem> ORGAN_SYSTEM =
            EnumMapping.byName(OrganSystemRecord.class, OrganSystem.class);
    public static final EnumMapping<TriageLevelRecord, TriageLevel> TRIAGE_LEVEL =
            EnumMapping.byName(TriageLevelRecord.class, TriageLevel.class);

    public static final EnumMapping<AttentionLevelRecord, AttentionLevel> ATTENTION_LEVEL =
            EnumMapping.byName(AttentionLevelRecord.class, AttentionLevel.class);

    private EnumMappings() {}
}
