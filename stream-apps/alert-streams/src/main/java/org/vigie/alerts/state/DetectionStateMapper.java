package org.vigie.alerts.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.alerts.state.record.BaselineStateRecord;
import org.vigie.alerts.state.record.ClockOffsetsStateRecord;
import org.vigie.alerts.state.record.CurrentValueStateRecord;
import org.vigie.alerts.state.record.OffsetSampleStateRecord;
import org.vigie.alerts.state.record.StayStateRecord;
import org.vigie.signal.alarm.detect.AlarmConditionState;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.ClockOffsets;
import org.vigie.signal.alarm.detect.PatientBaseline;
import org.vigie.signal.vitals.CurrentValue;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.MeasurementTime;
import org.vigie.signal.vitals.ReadingPosition;

/** Maps the state of the alarm rules of a stay to fields of its state record and back. */
final class DetectionStateMapper {
    private DetectionStateMapper() {}

    static void write(AlarmDetectionState detection, StayStateRecord stored) {
        stored.setClock(detection.clock().toEpochMilli());
        List<CurrentValueStateRecord> values = new ArrayList<>();
        detection.vitals().newest().forEach((variable, value) -> values.add(value(variable, value)));
        stored.setValues(values);
        Map<String, Long> signals = new HashMap<>();
        detection.vitals().lastSignals().forEach((variable, at) -> signals.put(variable, at.toEpochMilli()));
        stored.setSignals(signals);
        stored.setConditions(ConditionStateMapper.toRecords(detection.conditions()));
        List<BaselineStateRecord> baselines = new ArrayList<>();
        detection.baselines().forEach((variable, baseline) -> baselines.add(baseline(variable, baseline)));
        stored.setBaselines(baselines);
        List<ClockOffsetsStateRecord> offsets = new ArrayList<>();
        detection.offsets().forEach((device, each) -> offsets.add(offsets(device, each)));
        stored.setClockOffsets(offsets);
    }

    static AlarmDetectionState read(StayStateRecord stored) {
        Map<String, CurrentValue> values = new HashMap<>();
        stored.getValues().forEach(each -> values.put(each.getVariable(), value(each)));
        Map<String, Instant> signals = new HashMap<>();
        stored.getSignals().forEach((variable, at) -> signals.put(variable, Instant.ofEpochMilli(at)));
        Map<String, AlarmConditionState> conditions = ConditionStateMapper.toRules(stored.getConditions());
        Map<String, PatientBaseline> baselines = new HashMap<>();
        stored.getBaselines().forEach(each -> baselines.put(each.getVariable(), baseline(each)));
        Map<String, ClockOffsets> offsets = new HashMap<>();
        stored.getClockOffsets().forEach(each -> offsets.put(each.getDevice(), offsets(each)));
        Instant clock = Instant.ofEpochMilli(stored.getClock());
        var vitals = new CurrentVitals(values, signals);
        return new AlarmDetectionState(stored.getStay(), vitals, conditions, baselines, offsets, clock);
    }

    private static CurrentValueStateRecord value(String variable, CurrentValue value) {
        MeasurementTime moment = value.moment();
        ReadingPosition place = value.place();
        return new CurrentValueStateRecord(
                variable,
                value.value(),
                moment.at().toEpochMilli(),
                moment.received().toEpochMilli(),
                moment.shift().toMillis(),
                place.partition(),
                place.offset(),
                place.index(),
                value.interval().toMillis(),
                value.intervalBefore().toMillis());
    }

    private static CurrentValue value(CurrentValueStateRecord stored) {
        var moment = new MeasurementTime(
                Instant.ofEpochMilli(stored.getAt()),
                Instant.ofEpochMilli(stored.getReceived()),
                Duration.ofMillis(stored.getShift()));
        var place = new ReadingPosition(stored.getPartition(), stored.getOffset(), stored.getIndex());
        Duration interval = Duration.ofMillis(stored.getInterval());
        return new CurrentValue(
                stored.getValue(), moment, place, interval, Duration.ofMillis(stored.getIntervalBefore()));
    }

    private static BaselineStateRecord baseline(String variable, PatientBaseline baseline) {
        long since = baseline.since().toEpochMilli();
        long at = baseline.at().toEpochMilli();
        return new BaselineStateRecord(variable, baseline.slow(), baseline.quick(), since, at);
    }

    private static PatientBaseline baseline(BaselineStateRecord stored) {
        Instant since = Instant.ofEpochMilli(stored.getSince());
        return new PatientBaseline(stored.getSlow(), stored.getQuick(), since, Instant.ofEpochMilli(stored.getAt()));
    }

    private static ClockOffsetsStateRecord offsets(String device, ClockOffsets offsets) {
        List<OffsetSampleStateRecord> samples = new ArrayList<>();
        offsets.last()
                .forEach(each -> samples.add(new OffsetSampleStateRecord(
                        each.received().toEpochMilli(), each.off().toMillis())));
        return new ClockOffsetsStateRecord(device, samples);
    }

    private static ClockOffsets offsets(ClockOffsetsStateRecord stored) {
        List<ClockOffsets.OffsetSample> samples = new ArrayList<>();
        stored.getSamples()
                .forEach(each -> samples.add(new ClockOffsets.OffsetSample(
                        Instant.ofEpochMilli(each.getReceived()), Duration.ofMillis(each.getOff()))));
        return new ClockOffsets(samples);
    }
}
