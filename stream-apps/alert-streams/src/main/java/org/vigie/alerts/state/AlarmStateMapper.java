package org.vigie.alerts.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.alerts.state.record.AlarmStateRecord;
import org.vigie.alerts.state.record.CauseStateRecord;
import org.vigie.alerts.state.record.RuleKindStateRecord;
import org.vigie.records.EnumMapping;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmFinding;
import org.vigie.signal.alarm.event.AlarmId;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.ReadingPosition;

/** Maps an alarm to its state record and back. */
final class AlarmStateMapper {
    static final EnumMapping<RuleKindStateRecord, AlarmRuleKind> KIND =
            EnumMapping.byName(RuleKindStateRecord.class, AlarmRuleKind.class);

    private AlarmStateMapper() {}

    static AlarmStateRecord toRecord(Alarm alarm) {
        AlarmFinding finding = alarm.finding();
        return new AlarmStateRecord(
                alarm.id().stay(),
                alarm.rule(),
                alarm.id().onset().toEpochMilli(),
                KIND.toRecord(alarm.kind()),
                ConditionStateMapper.PRIORITY.toRecord(alarm.priority()),
                alarm.bed(),
                alarm.raisedAt().toEpochMilli(),
                finding.ruleVersion(),
                finding.value(),
                finding.limit(),
                finding.text().fr(),
                finding.text().en(),
                causes(finding.causes()));
    }

    static Alarm toRule(AlarmStateRecord stored) {
        var id = new AlarmId(stored.getStay(), stored.getRule(), Instant.ofEpochMilli(stored.getOnset()));
        var finding = new AlarmFinding(
                stored.getRuleVersion(),
                stored.getValue(),
                stored.getLimit(),
                new LocalizedText(stored.getTextFr(), stored.getTextEn()),
                stored.getCauses().stream().map(AlarmStateMapper::cause).toList());
        return new Alarm(
                id,
                KIND.toRule(stored.getKind()),
                ConditionStateMapper.PRIORITY.toRule(stored.getPriority()),
                stored.getBed(),
                Instant.ofEpochMilli(stored.getRaisedAt()),
                finding);
    }

    private static List<CauseStateRecord> causes(List<TriggeringReading> causes) {
        List<CauseStateRecord> stored = new ArrayList<>(causes.size());
        for (TriggeringReading cause : causes) {
            ReadingPosition place = cause.place();
            stored.add(new CauseStateRecord(
                    cause.variable(),
                    cause.value(),
                    cause.at().toEpochMilli(),
                    place.partition(),
                    place.offset(),
                    place.index()));
        }
        return stored;
    }

    private static TriggeringReading cause(CauseStateRecord stored) {
        var place = new ReadingPosition(stored.getPartition(), stored.getOffset(), stored.getIndex());
        return new TriggeringReading(
                stored.getVariable(), stored.getValue(), Instant.ofEpochMilli(stored.getAt()), place);
    }
}
