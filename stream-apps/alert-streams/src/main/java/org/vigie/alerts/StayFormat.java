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
import org.vigie.runtime.VersionedBytes;
import org.vigie.signal.alert.Baseline;
import org.vigie.signal.alert.ClockOffsets;
import org.vigie.signal.alert.Episode;
import org.vigie.signal.alert.Priority;
import org.vigie.signal.alert.Raised;
import org.vigie.signal.alert.Run;
import org.vigie.signal.alert.StayWatch;
import org.vigie.signal.earlywarning.Moment;
import org.vigie.signal.earlywarning.Place;
import org.vigie.signal.earlywarning.Vital;
import org.vigie.signal.earlywarning.Vitals;
import org.vigie.signal.triage.Shown;
import org.vigie.signal.triage.Triage;
import org.vigie.signal.triage.TriageLevel;

/** The bytes of a stay's memory; times in ms since 1970. */
final class StayFormat {
    /** Of everything in the app's store. */
    static final VersionedBytes BYTES = new VersionedBytes(3, 5, AlertStreams.NAME);
    /** From this version on the instant of the newest entry is kept. */
    static final int WITH_TOLD = 4;
    /** From this version on it is kept how far the devices' clocks are off. */
    private static final int WITH_OFFSETS = 5;

    private StayFormat() {}

    interface Item<T> {
        void write(DataOutput out, T item) throws IOException;
    }

    static byte[] write(StayMemory memory) {
        return BYTES.write(out -> {
            writeWatch(out, memory.watch());
            CallFormat.write(out, memory.calls());
            out.writeUTF(memory.hash());
            out.writeUTF(memory.bed());
            writeMap(out, memory.taken(), DataOutput::writeInt, DataOutput::writeLong);
            writeRisk(out, memory.risk());
            writeList(out, memory.shown(), StayFormat::writeShown);
            writeInstant(out, memory.published());
            writeList(out, memory.ended(), StayFormat::writeInstant);
        });
    }

    static StayMemory read(byte[] bytes) {
        return BYTES.read(
                bytes,
                (in, version) -> new StayMemory(
                        readWatch(in, version),
                        CallFormat.read(in, version),
                        in.readUTF(),
                        in.readUTF(),
                        readMap(in, DataInput::readInt, DataInput::readLong),
                        readRisk(in),
                        readList(in, StayFormat::readShown),
                        readInstant(in),
                        readList(in, StayFormat::readInstant)));
    }

    private static void writeWatch(DataOutput out, StayWatch watch) throws IOException {
        out.writeUTF(watch.stay());
        writeMap(out, watch.vitals().newest(), DataOutput::writeUTF, StayFormat::writeVital);
        writeMap(out, watch.vitals().heard(), DataOutput::writeUTF, StayFormat::writeInstant);
        writeMap(out, watch.episodes(), DataOutput::writeUTF, StayFormat::writeEpisode);
        writeMap(out, watch.baselines(), DataOutput::writeUTF, StayFormat::writeBaseline);
        writeMap(out, watch.offsets(), DataOutput::writeUTF, StayFormat::writeOffsets);
        writeInstant(out, watch.clock());
    }

    private static StayWatch readWatch(DataInput in, int version) throws IOException {
        return new StayWatch(
                in.readUTF(),
                new Vitals(
                        readMap(in, DataInput::readUTF, StayFormat::readVital),
                        readMap(in, DataInput::readUTF, StayFormat::readInstant)),
                readMap(in, DataInput::readUTF, StayFormat::readEpisode),
                readMap(in, DataInput::readUTF, StayFormat::readBaseline),
                version < WITH_OFFSETS ? Map.of() : readMap(in, DataInput::readUTF, StayFormat::readOffsets),
                readInstant(in));
    }

    private static void writeVital(DataOutput out, Vital vital) throws IOException {
        out.writeDouble(vital.value());
        writeMoment(out, vital.moment());
        writePlace(out, vital.place());
        out.writeLong(vital.interval().toMillis());
        out.writeLong(vital.intervalBefore().toMillis());
    }

    private static Vital readVital(DataInput in) throws IOException {
        return new Vital(
                in.readDouble(),
                readMoment(in),
                readPlace(in),
                Duration.ofMillis(in.readLong()),
                Duration.ofMillis(in.readLong()));
    }

    static void writePlace(DataOutput out, Place place) throws IOException {
        out.writeInt(place.partition());
        out.writeLong(place.offset());
        out.writeInt(place.index());
    }

    static Place readPlace(DataInput in) throws IOException {
        return new Place(in.readInt(), in.readLong(), in.readInt());
    }

    private static void writeMoment(DataOutput out, Moment moment) throws IOException {
        writeInstant(out, moment.at());
        writeInstant(out, moment.received());
        out.writeLong(moment.shift().toMillis());
    }

    private static Moment readMoment(DataInput in) throws IOException {
        return new Moment(readInstant(in), readInstant(in), Duration.ofMillis(in.readLong()));
    }

    private static void writeEpisode(DataOutput out, Episode episode) throws IOException {
        writeMap(out, episode.violated(), (to, priority) -> to.writeUTF(priority.name()), StayFormat::writeRun);
        writeOrNone(out, episode.good());
        writeOrNone(out, episode.calmer());
        writeList(out, episode.open(), StayFormat::writeRaised);
    }

    private static Episode readEpisode(DataInput in) throws IOException {
        return new Episode(
                readMap(in, from -> Priority.valueOf(from.readUTF()), StayFormat::readRun),
                readOrNone(in),
                readOrNone(in),
                readList(in, StayFormat::readRaised));
    }

    private static void writeOrNone(DataOutput out, Run run) throws IOException {
        writeList(out, run.isNone() ? List.of() : List.of(run), StayFormat::writeRun);
    }

    private static Run readOrNone(DataInput in) throws IOException {
        return readList(in, StayFormat::readRun).stream().findFirst().orElse(Run.NONE);
    }

    private static void writeBaseline(DataOutput out, Baseline baseline) throws IOException {
        out.writeDouble(baseline.slow());
        out.writeDouble(baseline.quick());
        writeInstant(out, baseline.since());
        writeInstant(out, baseline.at());
    }

    private static Baseline readBaseline(DataInput in) throws IOException {
        return new Baseline(in.readDouble(), in.readDouble(), readInstant(in), readInstant(in));
    }

    private static void writeOffsets(DataOutput out, ClockOffsets offsets) throws IOException {
        writeList(out, offsets.last(), (to, each) -> {
            writeInstant(to, each.received());
            to.writeLong(each.off().toMillis());
        });
    }

    private static ClockOffsets readOffsets(DataInput in) throws IOException {
        return new ClockOffsets(
                readList(in, from -> new ClockOffsets.Offset(readInstant(from), Duration.ofMillis(from.readLong()))));
    }

    private static void writeRun(DataOutput out, Run run) throws IOException {
        writeInstant(out, run.since());
        writeInstant(out, run.last());
    }

    private static Run readRun(DataInput in) throws IOException {
        return new Run(readInstant(in), readInstant(in));
    }

    private static void writeRaised(DataOutput out, Raised raised) throws IOException {
        writeInstant(out, raised.onset());
        writeInstant(out, raised.at());
        out.writeUTF(raised.priority().name());
        out.writeUTF(raised.bed());
        out.writeDouble(raised.limit());
    }

    private static Raised readRaised(DataInput in) throws IOException {
        return new Raised(
                readInstant(in), readInstant(in), Priority.valueOf(in.readUTF()), in.readUTF(), in.readDouble());
    }

    private static void writeRisk(DataOutput out, Risk risk) throws IOException {
        writeList(out, risk.probability(), DataOutput::writeDouble);
        writeList(out, risk.low(), DataOutput::writeDouble);
        writeInstant(out, risk.windowEnd());
        out.writeLong(risk.revision());
    }

    private static Risk readRisk(DataInput in) throws IOException {
        return new Risk(
                readList(in, DataInput::readDouble),
                readList(in, DataInput::readDouble),
                readInstant(in),
                in.readLong());
    }

    private static void writeShown(DataOutput out, Shown shown) throws IOException {
        writeTriage(out, shown.triage());
        writeInstant(out, shown.at());
        boolean calmer = !shown.calmerSince().equals(Instant.MAX);
        writeList(out, calmer ? List.of(shown.calmerSince()) : List.of(), StayFormat::writeInstant);
    }

    private static Shown readShown(DataInput in) throws IOException {
        return new Shown(
                readTriage(in),
                readInstant(in),
                readList(in, StayFormat::readInstant).stream().findFirst().orElse(Instant.MAX));
    }

    private static void writeTriage(DataOutput out, Triage triage) throws IOException {
        out.writeUTF(triage.level().name());
        out.writeInt(triage.news2Low());
        out.writeInt(triage.news2High());
        writeList(out, triage.missing(), DataOutput::writeUTF);
        writeList(out, triage.risk(), DataOutput::writeDouble);
        writeList(out, triage.reasonsFr(), DataOutput::writeUTF);
        writeList(out, triage.reasonsEn(), DataOutput::writeUTF);
        out.writeUTF(triage.ruleVersion());
    }

    private static Triage readTriage(DataInput in) throws IOException {
        return new Triage(
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

    static <T> void writeList(DataOutput out, List<T> items, Item<T> item) throws IOException {
        out.writeInt(items.size());
        for (T each : items) {
            item.write(out, each);
        }
    }

    static <T> List<T> readList(DataInput in, VersionedBytes.Reader<T> item) throws IOException {
        List<T> items = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            items.add(item.read(in));
        }
        return items;
    }

    private static <K, V> void writeMap(DataOutput out, Map<K, V> map, Item<K> key, Item<V> value) throws IOException {
        out.writeInt(map.size());
        for (var entry : map.entrySet()) {
            key.write(out, entry.getKey());
            value.write(out, entry.getValue());
        }
    }

    private static <K, V> Map<K, V> readMap(DataInput in, VersionedBytes.Reader<K> key, VersionedBytes.Reader<V> value)
            throws IOException {
        Map<K, V> map = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            map.put(key.read(in), value.read(in));
        }
        return map;
    }
}
