package org.vigie.alerts.state;

import java.io.DataInput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.state.record.ProcessedOffsetStateRecord;
import org.vigie.platform.state.PositionalStateReader;
import org.vigie.platform.state.PositionalStateReader.FieldReader;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.detect.AlarmConditionState;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.ClockOffsets;
import org.vigie.signal.alarm.detect.ConditionSpan;
import org.vigie.signal.alarm.detect.PatientBaseline;
import org.vigie.signal.alarm.detect.RaisedCondition;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmFinding;
import org.vigie.signal.alarm.event.AlarmId;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.alarm.incident.AlarmAcknowledgement;
import org.vigie.signal.alarm.incident.EscalationProgress;
import org.vigie.signal.alarm.lifecycle.AlarmHandling;
import org.vigie.signal.alarm.lifecycle.OpenAlarm;
import org.vigie.signal.alarm.lifecycle.ShelvedRule;
import org.vigie.signal.alarm.lifecycle.StayAlarms;
import org.vigie.signal.attention.StayAttention;
import org.vigie.signal.earlywarning.SaturationScale;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.triage.DisplayedTriage;
import org.vigie.signal.triage.TriageAssessment;
import org.vigie.signal.triage.TriageLevel;
import org.vigie.signal.vitals.CurrentValue;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.MeasurementTime;
import org.vigie.signal.vitals.ReadingPosition;

/** Reads what release 0.1.0 wrote by position: the state of a stay in the versions 3 to 5, and outputs. Times are in ms since 1970. */
final class PositionalAlertState {
    private static final PositionalStateReader BYTES = new PositionalStateReader("alert-streams", 3, 5);
    /** Version from which the time of the newest entry is stored. Before, the clock, which is not before it, takes its place. */
    private static final int WITH_NEWEST_ENTRY = 4;
    /** Version from which the clock offsets of devices are stored. */
    private static final int WITH_OFFSETS = 5;

    private final TopicCatalogue topics;
    private final AvroSerdes serdes;

    PositionalAlertState(TopicCatalogue topics, AvroSerdes serdes) {
        this.topics = topics;
        this.serdes = serdes;
    }

    static boolean isReadable(byte[] bytes) {
        return BYTES.isReadable(bytes);
    }

    StoredOutput readOutput(String store, String key, byte[] bytes) {
        return BYTES.read(store, key, bytes, in -> {
            long storedAt = in.readLong();
            var output = new StayOutput(
                    records(in, topics.alertsLedger()),
                    records(in, topics.alertsCurrent()),
                    records(in, topics.triageCurrent()));
            return new StoredOutput(storedAt, output);
        });
    }

    private <V extends SpecificRecord> List<V> records(DataInput in, Topic<V> topic) throws IOException {
        return list(in, from -> {
            byte[] framed = new byte[from.readInt()];
            from.readFully(framed);
            return serdes.of(topic).deserializer().deserialize(topic.name(), framed);
        });
    }

    StayAlertState readStay(String store, String key, byte[] bytes) {
        return BYTES.read(store, key, bytes, PositionalAlertState::stay);
    }

    private static StayAlertState stay(DataInput in, int version) throws IOException {
        AlarmDetectionState detection = detection(in, version);
        StayAlarms alarms = alarms(in, version);
        String hash = in.readUTF();
        String bed = in.readUTF();
        var offsets = list(in, from -> new ProcessedOffsetStateRecord(from.readInt(), from.readLong(), List.of(), 0L));
        var risks = new StayRisks(new StayRisk(number(in), number(in), instant(in), in.readLong()), List.of());
        DisplayedTriage displayed = optional(in, PositionalAlertState::displayed);
        var processed = ProcessedRecordsMapper.toRule(offsets, bed, instant(in));
        Instant ended = optional(in, PositionalAlertState::instant);
        return new StayAlertState(detection, alarms, hash, processed, risks, StayAttention.NONE, displayed, ended);
    }

    private static AlarmDetectionState detection(DataInput in, int version) throws IOException {
        String stay = in.readUTF();
        var vitals = new CurrentVitals(
                map(in, DataInput::readUTF, PositionalAlertState::value),
                map(in, DataInput::readUTF, PositionalAlertState::instant));
        Map<String, AlarmConditionState> conditions = map(in, DataInput::readUTF, PositionalAlertState::condition);
        Map<String, PatientBaseline> baselines = map(
                in,
                DataInput::readUTF,
                from -> new PatientBaseline(from.readDouble(), from.readDouble(), instant(from), instant(from)));
        Map<String, ClockOffsets> offsets =
                version < WITH_OFFSETS ? Map.of() : map(in, DataInput::readUTF, PositionalAlertState::offsets);
        return new AlarmDetectionState(stay, vitals, conditions, baselines, offsets, instant(in));
    }

    private static CurrentValue value(DataInput in) throws IOException {
        double value = in.readDouble();
        var moment = new MeasurementTime(instant(in), instant(in), Duration.ofMillis(in.readLong()));
        return new CurrentValue(
                value, moment, place(in), Duration.ofMillis(in.readLong()), Duration.ofMillis(in.readLong()));
    }

    private static ReadingPosition place(DataInput in) throws IOException {
        return new ReadingPosition(in.readInt(), in.readLong(), in.readInt());
    }

    private static AlarmConditionState condition(DataInput in) throws IOException {
        return new AlarmConditionState(
                map(in, from -> AlarmPriority.valueOf(from.readUTF()), PositionalAlertState::span),
                spanOrNone(in),
                spanOrNone(in),
                optional(in, PositionalAlertState::raised));
    }

    private static ConditionSpan span(DataInput in) throws IOException {
        return new ConditionSpan(instant(in), instant(in));
    }

    private static ConditionSpan spanOrNone(DataInput in) throws IOException {
        ConditionSpan span = optional(in, PositionalAlertState::span);
        return span == null ? ConditionSpan.NONE : span;
    }

    private static RaisedCondition raised(DataInput in) throws IOException {
        return new RaisedCondition(
                instant(in), instant(in), AlarmPriority.valueOf(in.readUTF()), in.readUTF(), in.readDouble());
    }

    private static ClockOffsets offsets(DataInput in) throws IOException {
        return new ClockOffsets(
                list(in, from -> new ClockOffsets.OffsetSample(instant(from), Duration.ofMillis(from.readLong()))));
    }

    private static StayAlarms alarms(DataInput in, int version) throws IOException {
        String stay = in.readUTF();
        String bed = in.readUTF();
        List<OpenAlarm> open = list(in, PositionalAlertState::open);
        List<ShelvedRule> shelves = list(in, from -> new ShelvedRule(alarm(from), instant(from)));
        List<PatientLimit> limits = list(in, PositionalAlertState::limit);
        List<Alarm> closed = list(in, from -> closed(from, stay));
        List<String> commandIds = list(in, DataInput::readUTF);
        long sequence = in.readLong();
        Instant clock = instant(in);
        Instant newestEntryAt = version < WITH_NEWEST_ENTRY ? clock : instant(in);
        return new StayAlarms(stay, bed, open, shelves, limits, closed, commandIds, sequence, clock, newestEntryAt);
    }

    private static OpenAlarm open(DataInput in) throws IOException {
        Alarm alarm = alarm(in);
        long version = in.readLong();
        Instant since = instant(in);
        var acknowledgement = optional(in, from -> new AlarmAcknowledgement(from.readUTF(), instant(from)));
        Instant pauseEnd = optional(in, PositionalAlertState::instant);
        var escalation = new EscalationProgress(since, in.readInt(), in.readUTF());
        var handling = new AlarmHandling(version, escalation, in.readBoolean(), acknowledgement, pauseEnd, null);
        return new OpenAlarm(alarm.id(), alarm, handling);
    }

    private static Alarm alarm(DataInput in) throws IOException {
        in.readUTF();
        String stay = in.readUTF();
        String bed = in.readUTF();
        String rule = in.readUTF();
        String ruleVersion = in.readUTF();
        AlarmRuleKind kind = AlarmRuleKind.valueOf(in.readUTF());
        AlarmPriority priority = AlarmPriority.valueOf(in.readUTF());
        in.readUTF();
        var id = new AlarmId(stay, rule, instant(in));
        Instant raisedAt = instant(in);
        in.readLong();
        return new Alarm(id, kind, priority, bed, raisedAt, finding(in, ruleVersion));
    }

    private static AlarmFinding finding(DataInput in, String ruleVersion) throws IOException {
        return new AlarmFinding(
                ruleVersion,
                in.readDouble(),
                in.readDouble(),
                new LocalizedText(in.readUTF(), in.readUTF()),
                list(in, from -> new TriggeringReading(from.readUTF(), from.readDouble(), instant(from), place(from))));
    }

    private static Alarm closed(DataInput in, String stay) throws IOException {
        in.readUTF();
        String bed = in.readUTF();
        String rule = in.readUTF();
        AlarmFinding finding = AlarmFinding.withoutValue(in.readUTF());
        AlarmRuleKind kind = AlarmRuleKind.valueOf(in.readUTF());
        AlarmPriority priority = AlarmPriority.valueOf(in.readUTF());
        var id = new AlarmId(stay, rule, instant(in));
        return new Alarm(id, kind, priority, bed, instant(in), finding);
    }

    private static PatientLimit limit(DataInput in) throws IOException {
        return new PatientLimit(
                in.readUTF(),
                LimitSide.valueOf(in.readUTF()),
                AlarmPriority.valueOf(in.readUTF()),
                in.readDouble(),
                in.readUTF(),
                in.readBoolean() ? Instant.MAX : instant(in));
    }

    private static DisplayedTriage displayed(DataInput in) throws IOException {
        var triage = new TriageAssessment(
                TriageLevel.valueOf(in.readUTF()),
                in.readInt(),
                in.readInt(),
                SaturationScale.SCALE_1,
                list(in, DataInput::readUTF),
                list(in, DataInput::readDouble),
                LocalizedText.paired(list(in, DataInput::readUTF), list(in, DataInput::readUTF)),
                in.readUTF());
        Instant at = instant(in);
        Instant calmerSince = optional(in, PositionalAlertState::instant);
        return new DisplayedTriage(triage, at, calmerSince == null ? Instant.MAX : calmerSince);
    }

    private static Instant instant(DataInput in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }

    private static double number(DataInput in) throws IOException {
        Double known = optional(in, DataInput::readDouble);
        return known == null ? Double.NaN : known;
    }

    private static <T> @Nullable T optional(DataInput in, FieldReader<T> item) throws IOException {
        List<T> items = list(in, item);
        return items.isEmpty() ? null : items.get(0);
    }

    private static <T> List<T> list(DataInput in, FieldReader<T> item) throws IOException {
        List<T> items = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            items.add(item.read(in));
        }
        return items;
    }

    private static <K, V> Map<K, V> map(DataInput in, FieldReader<K> key, FieldReader<V> value) throws IOException {
        Map<K, V> map = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            map.put(key.read(in), value.read(in));
        }
        return map;
    }
}
