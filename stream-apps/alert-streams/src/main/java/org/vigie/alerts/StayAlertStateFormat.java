package org.vigie.alerts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.platform.state.StateCodec;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.detect.AlarmConditionState;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.ClockOffsets;
import org.vigie.signal.alarm.detect.ConditionSpan;
import org.vigie.signal.alarm.detect.PatientBaseline;
import org.vigie.signal.alarm.detect.RaisedCondition;
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
    static final StateCodec BYTES = new StateCodec(3, 5, AlertStreams.NAME);
    /** Version from which the time of the newest entry is stored. */
    static final int WITH_TOLD = 4;
    /** Version from which the clock offsets of devices are stored. */
    private static final int WITH_OFFSETS = 5;

    private StayAlertStateFormat() {}

    /** Writes one item of a list or a map. */
    interface ItemWriter<T> {
        void write(DataOutput out, T item) throws IOException;
    }

    static byte[] write(StayAlertState memory) {
        return BYTES.write(out -> {
            writeWatch(out, memory.watch());
            StayAlarmsFormat.write(out, memory.calls());
            out.writeUTF(memory.hash());
            out.writeUTF(memory.bed());
            writeMap(out, memory.taken(), DataOutput::writeInt, DataOutput::writeLong);
            writeRisk(out, memory.risk());
            writeList(out, memory.shown(), StayAlertStateFormat::writeShown);
            writeInstant(out, memory.published());
            writeList(out, memory.ended(), StayAlertStateFormat::writeInstant);
        });
    }

    static StayAlertState read(byte[] bytes) {
        return BYTES.read(
                bytes,
                (in, version) -> new StayAlertState(
                        readWatch(in, version),
                        StayAlarmsFormat.read(in, version),
                        in.readUTF(),
                        in.readUTF(),
                        readMap(in, DataInput::readInt, DataInput::readLong),
                        readRisk(in),
                        readList(in, StayAlertStateFormat::readShown),
                        readInstant(in),
                        readList(in, StayAlertStateFormat::readInstant)));
    }

    private static void writeWatch(DataOutput out, AlarmDetectionState watch) throws IOException {
        out.writeUTF(watch.stay());
        writeMap(out, watch.vitals().newest(), DataOutput::writeUTF, StayAlertStateFormat::writeVital);
        writeMap(out, watch.vitals().lastSignals(), DataOutput::writeUTF, StayAlertStateFormat::writeInstant);
        writeMap(out, watch.episodes(), DataOutput::writeUTF, StayAlertStateFormat::writeEpisode);
        writeMap(out, watch.baselines(), DataOutput::writeUTF, StayAlertStateFormat::writeBaseline);
        writeMap(out, watch.offsets(), DataOutput::writeUTF, StayAlertStateFormat::writeOffsets);
        writeInstant(out, watch.clock());
    }

    private static AlarmDetectionState readWatch(DataInput in, int version) throws IOException {
        return new AlarmDetectionState(
                in.readUTF(),
                new CurrentVitals(
                        readMap(in, DataInput::readUTF, StayAlertStateFormat::readVital),
                        readMap(in, DataInput::readUTF, StayAlertStateFormat::readInstant)),
                readMap(in, DataInput::readUTF, StayAlertStateFormat::readEpisode),
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

    private static void writeEpisode(DataOutput out, AlarmConditionState condition) throws IOException {
        writeMap(
                out,
                condition.violated(),
                (to, priority) -> to.writeUTF(priority.name()),
                StayAlertStateFormat::writeRun);
        writeOrNone(out, condition.good());
        writeOrNone(out, condition.calmer());
        writeList(out, condition.open(), StayAlertStateFormat::writeRaised);
    }

    private static AlarmConditionState readEpisode(DataInput in) throws IOException {
        return new AlarmConditionState(
                readMap(in, from -> AlarmPriority.valueOf(from.readUTF()), StayAlertStateFormat::readRun),
                readOrNone(in),
                readOrNone(in),
                readList(in, StayAlertStateFormat::readRaised));
    }

    private static void writeOrNone(DataOutput out, ConditionSpan span) throws IOException {
        writeList(out, span.isNone() ? List.of() : List.of(span), StayAlertStateFormat::writeRun);
    }

    private static ConditionSpan readOrNone(DataInput in) throws IOException {
        return readList(in, StayAlertStateFormat::readRun).stream().findFirst().orElse(ConditionSpan.NONE);
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

    private static void writeRun(DataOutput out, ConditionSpan span) throws IOException {
        writeInstant(out, span.since());
        writeInstant(out, span.last());
    }

    private static ConditionSpan readRun(DataInput in) throws IOException {
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
        writeList(out, risk.probability(), DataOutput::writeDouble);
        writeList(out, risk.low(), DataOutput::writeDouble);
        writeInstant(out, risk.windowEnd());
        out.writeLong(risk.revision());
    }

    private static StayRisk readRisk(DataInput in) throws IOException {
        return new StayRisk(
                readList(in, DataInput::readDouble),
                readList(in, DataInput::readDouble),
                readInstant(in),
                in.readLong());
    }

    private static void writeShown(DataOutput out, DisplayedTriage displayed) throws IOException {
        writeTriage(out, displayed.triage());
        writeInstant(out, displayed.at());
        boolean calmer = !displayed.calmerSince().equals(Instant.MAX);
        writeList(out, calmer ? List.of(displayed.calmerSince()) : List.of(), StayAlertStateFormat::writeInstant);
    }

    private static DisplayedTriage readShown(DataInput in) throws IOException {
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
