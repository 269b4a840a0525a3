package org.vigie.alerts.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.state.StateCodec;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.detect.AlarmConditionState;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.ClockOffsets;
import org.vigie.signal.alarm.detect.ConditionSpan;
import org.vigie.signal.alarm.detect.PatientBaseline;
import org.vigie.signal.alarm.detect.RaisedCondition;
import org.vigie.signal.alarm.lifecycle.StayAlarms;
import org.vigie.signal.triage.DisplayedTriage;
import org.vigie.signal.triage.TriageAssessment;
import org.vigie.signal.triage.TriageLevel;
import org.vigie.signal.vitals.CurrentValue;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.MeasurementTime;
import org.vigie.signal.vitals.ReadingPosition;

/** Writes and reads the state of a stay as bytes. Times are in ms since 1970. */
final class StayAlertStateFormat {
    /** Codec of everything in the app's store. */
    static final StateCodec BYTES = new StateCodec(3, 5, "alert-streams");
    /** Version from which the time of the newest entry is stored. */
    static final int WITH_NEWEST_ENTRY = 4;
    /** Version from which the clock offsets of devices are stored. */
    private static final int WITH_OFFSETS = 5;

    private StayAlertStateFormat() {}

    /** Writes one item of a list or a map. */
    interface ItemWriter<T> {
        void write(DataOutput out, T item) throws IOException;
    }

    static byte[] write(StayAlertState state) {
        return BYTES.write(out -> {
            writeDetection(out, state.detection());
            StayAlarmsFormat.write(out, state.alarms());
            out.writeUTF(state.hash());
            out.writeUTF(state.bed());
            writeMap(out, state.processed().offsets(), DataOutput::writeInt, DataOutput::writeLong);
            writeRisk(out, state.risk());
            writeOptional(out, state.displayedOrNull(), StayAlertStateFormat::writeDisplayed);
            writeInstant(out, state.published());
            writeOptional(out, state.endedOrNull(), StayAlertStateFormat::writeInstant);
        });
    }

    static StayAlertState read(byte[] bytes) {
        return BYTES.read(bytes, StayAlertStateFormat::readState);
    }

    private static StayAlertState readState(DataInput in, int version) throws IOException {
        AlarmDetectionState detection = readDetection(in, version);
        StayAlarms alarms = StayAlarmsFormat.read(in, version);
        String hash = in.readUTF();
        String bed = in.readUTF();
        Map<Integer, Long> offsets = readMap(in, DataInput::readInt, DataInput::readLong);
        StayRisk risk = readRisk(in);
        DisplayedTriage displayed = readOptional(in, StayAlertStateFormat::readDisplayed);
        var processed = new ProcessedRecords(offsets, bed, readInstant(in));
        Instant ended = readOptional(in, StayAlertStateFormat::readInstant);
        return new StayAlertState(detection, alarms, hash, processed, risk, displayed, ended);
    }

    private static void writeDetection(DataOutput out, AlarmDetectionState detection) throws IOException {
        out.writeUTF(detection.stay());
        writeMap(out, detection.vitals().newest(), DataOutput::writeUTF, StayAlertStateFormat::writeVital);
        writeMap(out, detection.vitals().lastSignals(), DataOutput::writeUTF, StayAlertStateFormat::writeInstant);
        writeMap(out, detection.conditions(), DataOutput::writeUTF, StayAlertStateFormat::writeCondition);
        writeMap(out, detection.baselines(), DataOutput::writeUTF, StayAlertStateFormat::writeBaseline);
        writeMap(out, detection.offsets(), DataOutput::writeUTF, StayAlertStateFormat::writeOffsets);
        writeInstant(out, detection.clock());
    }

    private static AlarmDetectionState readDetection(DataInput in, int version) throws IOException {
        return new AlarmDetectionState(
                in.readUTF(),
                new CurrentVitals(
                        readMap(in, DataInput::readUTF, StayAlertStateFormat::readVital),
                        readMap(in, DataInput::readUTF, StayAlertStateFormat::readInstant)),
                readMap(in, DataInput::readUTF, StayAlertStateFormat::readCondition),
                readMap(in, DataInput::readUTF, StayAlertStateFormat::readBaseline),
                version < WITH_OFFSETS ? Map.of() : readMap(in, DataInput::readUTF, StayAlertStateFormat::readOffsets),
                readInstant(in));
    }

    private static void writeVital(DataOutput out, CurrentValue vital) throws IOException {
        out.writeDouble(vital.value());
        writeMoment(out, vital.moment());
        writePlace(out, vital.place());
        out.writeLong(vital.interval().toMillis());
        out.writeLong(vital.intervalBefore().toMillis());
    }

    private static CurrentValue readVital(DataInput in) throws IOException {
        return new CurrentValue(
                in.readDouble(),
                readMoment(in),
                readPlace(in),
                Duration.ofMillis(in.readLong()),
                Duration.ofMillis(in.readLong()));
    }

    static void writePlace(DataOutput out, ReadingPosition position) throws IOException {
        out.writeInt(position.partition());
        out.writeLong(position.offset());
        out.writeInt(position.index());
    }

    static ReadingPosition readPlace(DataInput in) throws IOException {
        return new ReadingPosition(in.readInt(), in.readLong(), in.readInt());
    }

    private static void writeMoment(DataOutput out, MeasurementTime measured) throws IOException {
        writeInstant(out, measured.at());
        writeInstant(out, measured.received());
        out.writeLong(measured.shift().toMillis());
    }

    private static MeasurementTime readMoment(DataInput in) throws IOException {
        return new MeasurementTime(readInstant(in), readInstant(in), Duration.ofMillis(in.readLong()));
    }

    private static void writeCondition(DataOutput out, AlarmConditionState condition) throws IOException {
        writeMap(
                out,
                condition.violated(),
                (to, priority) -> to.writeUTF(priority.name()),
                StayAlertStateFormat::writeSpan);
        writeSpanOrNone(out, condition.clearing());
        writeSpanOrNone(out, condition.easing());
        writeOptional(out, condition.raisedOrNull(), StayAlertStateFormat::writeRaised);
    }

    private static AlarmConditionState readCondition(DataInput in) throws IOException {
        return new AlarmConditionState(
                readMap(in, from -> AlarmPriority.valueOf(from.readUTF()), StayAlertStateFormat::readSpan),
                readSpanOrNone(in),
                readSpanOrNone(in),
                readOptional(in, StayAlertStateFormat::readRaised));
    }

    private static void writeSpanOrNone(DataOutput out, ConditionSpan span) throws IOException {
        writeList(out, span.isNone() ? List.of() : List.of(span), StayAlertStateFormat::writeSpan);
    }

    private static ConditionSpan readSpanOrNone(DataInput in) throws IOException {
        return readList(in, StayAlertStateFormat::readSpan).stream().findFirst().orElse(ConditionSpan.NONE);
    }

    private static void writeBaseline(DataOutput out, PatientBaseline baseline) throws IOException {
        out.writeDouble(baseline.slow());
        out.writeDouble(baseline.quick());
        writeInstant(out, baseline.since());
        writeInstant(out, baseline.at());
    }

    private static PatientBaseline readBaseline(DataInput in) throws IOException {
        return new PatientBaseline(in.readDouble(), in.readDouble(), readInstant(in), readInstant(in));
    }

    private static void writeOffsets(DataOutput out, ClockOffsets offsets) throws IOException {
        writeList(out, offsets.last(), (to, each) -> {
            writeInstant(to, each.received());
            to.writeLong(each.off().toMillis());
        });
    }

    private static ClockOffsets readOffsets(DataInput in) throws IOException {
        return new ClockOffsets(readList(
                in, from -> new ClockOffsets.OffsetSample(readInstant(from), Duration.ofMillis(from.readLong()))));
    }

    private static void writeSpan(DataOutput out, ConditionSpan span) throws IOException {
        writeInstant(out, span.since());
        writeInstant(out, span.last());
    }

    private static ConditionSpan readSpan(DataInput in) throws IOException {
        return new ConditionSpan(readInstant(in), readInstant(in));
    }

    private static void writeRaised(DataOutput out, RaisedCondition raised) throws IOException {
        writeInstant(out, raised.onset());
        writeInstant(out, raised.at());
        out.writeUTF(raised.priority().name());
        out.writeUTF(raised.bed());
        out.writeDouble(raised.limit());
    }

    private static RaisedCondition readRaised(DataInput in) throws IOException {
        return new RaisedCondition(
                readInstant(in), readInstant(in), AlarmPriority.valueOf(in.readUTF()), in.readUTF(), in.readDouble());
    }

    private static void writeRisk(DataOutput out, StayRisk risk) throws IOException {
        writeNumber(out, risk.probability());
        writeNumber(out, risk.low());
        writeInstant(out, risk.windowEnd());
        out.writeLong(risk.revision());
    }

    private static StayRisk readRisk(DataInput in) throws IOException {
        return new StayRisk(readNumber(in), readNumber(in), readInstant(in), in.readLong());
    }

    private static void writeNumber(DataOutput out, double number) throws IOException {
        writeList(out, Double.isNaN(number) ? List.of() : List.of(number), DataOutput::writeDouble);
    }

    private static double readNumber(DataInput in) throws IOException {
        List<Double> known = readList(in, DataInput::readDouble);
        return known.isEmpty() ? Double.NaN : known.get(0);
    }

    private static void writeDisplayed(DataOutput out, DisplayedTriage displayed) throws IOException {
        writeTriage(out, displayed.triage());
        writeInstant(out, displayed.at());
        boolean calmer = !displayed.calmerSince().equals(Instant.MAX);
        writeList(out, calmer ? List.of(displayed.calmerSince()) : List.of(), StayAlertStateFormat::writeInstant);
    }

    private static DisplayedTriage readDisplayed(DataInput in) throws IOException {
        return new DisplayedTriage(
                readTriage(in),
                readInstant(in),
                readList(in, StayAlertStateFormat::readInstant).stream()
                        .findFirst()
                        .orElse(Instant.MAX));
    }

    private static void writeTriage(DataOutput out, TriageAssessment triage) throws IOException {
        out.writeUTF(triage.level().name());
        out.writeInt(triage.news2Low());
        out.writeInt(triage.news2High());
        writeList(out, triage.missing(), DataOutput::writeUTF);
        writeList(out, triage.risk(), DataOutput::writeDouble);
        writeList(out, triage.reasonsFr(), DataOutput::writeUTF);
        writeList(out, triage.reasonsEn(), DataOutput::writeUTF);
        out.writeUTF(triage.ruleVersion());
    }

    private static TriageAssessment readTriage(DataInput in) throws IOException {
        return new TriageAssessment(
                TriageLevel.valueOf(in.readUTF()),
                in.readInt(),
                in.readInt(),
                readList(in, DataInput::readUTF),
                readList(in, DataInput::readDouble),
                readList(in, DataInput::readUTF),
                readList(in, DataInput::readUTF),
                in.readUTF());
    }

    static void writeInstant(DataOutput out, Instant instant) throws IOException {
        out.writeLong(instant.toEpochMilli());
    }

    static Instant readInstant(DataInput in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }

    static <T> void writeList(DataOutput out, List<T> items, ItemWriter<T> itemWriter) throws IOException {
        out.writeInt(items.size());
        for (T each : items) {
            itemWriter.write(out, each);
        }
    }

    static <T> List<T> readList(DataInput in, StateCodec.StateReader<T> item) throws IOException {
        List<T> items = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            items.add(item.read(in));
        }
        return items;
    }

    private static <T> void writeOptional(DataOutput out, @Nullable T item, ItemWriter<T> itemWriter)
            throws IOException {
        writeList(out, item == null ? List.of() : List.of(item), itemWriter);
    }

    private static <T> @Nullable T readOptional(DataInput in, StateCodec.StateReader<T> item) throws IOException {
        List<T> items = readList(in, item);
        return items.isEmpty() ? null : items.get(0);
    }

    private static <K, V> void writeMap(DataOutput out, Map<K, V> map, ItemWriter<K> key, ItemWriter<V> value)
            throws IOException {
        out.writeInt(map.size());
        for (var entry : map.entrySet()) {
            key.write(out, entry.getKey());
            value.write(out, entry.getValue());
        }
    }

    private static <K, V> Map<K, V> readMap(
            DataInput in, StateCodec.StateReader<K> key, StateCodec.StateReader<V> value) throws IOException {
        Map<K, V> map = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            map.put(key.read(in), value.read(in));
        }
        return map;
    }
}
