package org.vigie.vitals;

import static java.util.Objects.requireNonNull;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.platform.state.StateCodec;
import org.vigie.signal.channel.BedSources;
import org.vigie.signal.channel.SourceActivity;
import org.vigie.signal.channel.SourceName;
import org.vigie.signal.channel.VariableSources;
import org.vigie.signal.clean.ChannelHistory;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChannelHistory.ValueDisposition;
import org.vigie.signal.clean.ChannelKey;
import org.vigie.signal.clean.ChannelProgress;
import org.vigie.signal.clean.ChannelState;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.FlatLineState;
import org.vigie.signal.clean.InstantHistory.ChannelReport;
import org.vigie.signal.clean.SignalLevel;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.signal.newest.BackwardTimestampRun;
import org.vigie.signal.newest.ClockAlignment;
import org.vigie.signal.newest.DeviceClock;
import org.vigie.signal.newest.NewestReadingRule;

/**
 * Writes and reads the cleaning state as bytes: a version, then the fields in order, big-endian. Times are in ms since 1970.
 *
 * <p>Version 4 writes the number of a channel's values in two bytes. Between two releases a layout with one byte had the same version
 * number. It cannot be decoded and is reported as unreadable state, like state that is cut short.
 */
final class CleaningStateFormat {
    /** Version in which a device's channels were distinguished by variable only. */
    private static final int WITHOUT_CHANNELS = 2;

    /** Version without device clocks. */
    private static final int WITHOUT_CLOCKS = 3;

    /** Version without followed sources: every source of a variable was used. */
    private static final int WITHOUT_FOLLOWED = 4;

    private static final StateCodec BYTES = new StateCodec(WITHOUT_CHANNELS, 5, VitalsStreams.NAME);

    private CleaningStateFormat() {}

    static byte[] write(StoredMessage message) {
        return BYTES.write(out -> {
            out.writeLong(message.offset());
            writeInstant(out, message.publishedAt());
            out.writeUTF(message.identity().stay());
            out.writeBoolean(message.identity().provisional());
            List<StoredVerdict> verdicts = message.verdicts();
            out.writeInt(verdicts.size());
            for (StoredVerdict verdict : verdicts) {
                out.writeUTF(verdict.reason().name());
            }
            for (StoredVerdict verdict : verdicts) {
                write(out, verdict.withdrawn());
            }
            writeTimes(out, verdicts);
            for (StoredVerdict verdict : verdicts) {
                out.writeBoolean(verdict.followed());
            }
        });
    }

    /** Writes the time of each reading, or none when the message's stamps are used. */
    private static void writeTimes(DataOutput out, List<StoredVerdict> verdicts) throws IOException {
        boolean believed = verdicts.stream().allMatch(verdict -> verdict.asOf() == null);
        out.writeInt(believed ? 0 : verdicts.size());
        if (!believed) {
            for (StoredVerdict verdict : verdicts) {
                writeInstant(out, requireNonNull(verdict.asOf(), "asOf"));
            }
        }
    }

    static StoredMessage readMessage(byte[] bytes) {
        return BYTES.read(bytes, (in, version) -> {
            long offset = in.readLong();
            Instant publishedAt = readInstant(in);
            var assignment = new StayAssignment(in.readUTF(), in.readBoolean());
            return new StoredMessage(offset, publishedAt, assignment, readVerdicts(version, in));
        });
    }

    private static List<StoredVerdict> readVerdicts(int version, DataInput in) throws IOException {
        List<CleaningReason> reasons = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            reasons.add(CleaningReason.valueOf(in.readUTF()));
        }
        List<List<Double>> withdrawn = new ArrayList<>();
        while (withdrawn.size() < reasons.size()) {
            withdrawn.add(readNumbers(in));
        }
        List<Instant> asOf = version <= WITHOUT_CLOCKS ? List.of() : readInstants(in);
        List<StoredVerdict> verdicts = new ArrayList<>();
        for (int index = 0; index < reasons.size(); index++) {
            verdicts.add(new StoredVerdict(
                    reasons.get(index),
                    withdrawn.get(index),
                    asOf.isEmpty() ? null : asOf.get(index),
                    version <= WITHOUT_FOLLOWED || in.readBoolean()));
        }
        return verdicts;
    }

    private static void write(DataOutput out, List<Double> numbers) throws IOException {
        out.writeByte(numbers.size());
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    private static List<Double> readNumbers(DataInput in) throws IOException {
        List<Double> numbers = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            numbers.add(in.readDouble());
        }
        return numbers;
    }

    private static List<Instant> readInstants(DataInput in) throws IOException {
        List<Instant> instants = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            instants.add(readInstant(in));
        }
        return instants;
    }

    static byte[] write(StoredDevice device) {
        return BYTES.write(out -> {
            out.writeLong(device.offset());
            writeInstant(out, device.publishedAt());
            write(out, device.channels().clock());
            out.writeInt(device.channels().byKey().size());
            for (var channel : device.channels().byKey().entrySet()) {
                out.writeUTF(channel.getKey().variable());
                out.writeUTF(channel.getKey().channel());
                write(out, channel.getValue());
            }
        });
    }

    static StoredDevice readDevice(byte[] bytes) {
        return BYTES.read(bytes, (in, version) -> {
            long offset = in.readLong();
            Instant publishedAt = readInstant(in);
            DeviceClock clock = version <= WITHOUT_CLOCKS ? DeviceClock.UNHEARD : readClock(in);
            Map<ChannelKey, ChannelState> channels = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                var key = new ChannelKey(in.readUTF(), version == WITHOUT_CHANNELS ? "" : in.readUTF());
                channels.put(key, readChannel(version, in));
            }
            return new StoredDevice(offset, publishedAt, new DeviceChannels(clock, channels));
        });
    }

    private static void write(DataOutput out, DeviceClock clock) throws IOException {
        write(out, clock.line());
        write(out, clock.before());
        out.writeLong(clock.back().firstAt());
        out.writeLong(clock.back().firstReceived());
        out.writeLong(clock.back().at());
        out.writeLong(clock.back().received());
    }

    private static DeviceClock readClock(DataInput in) throws IOException {
        return new DeviceClock(
                readLine(in),
                readLine(in),
                new BackwardTimestampRun(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
    }

    private static void write(DataOutput out, ClockAlignment line) throws IOException {
        out.writeLong(line.shift());
        out.writeLong(line.at());
        out.writeLong(line.received());
        out.writeLong(line.every());
        out.writeLong(line.behind());
        out.writeLong(line.behindSince());
    }

    private static ClockAlignment readLine(DataInput in) throws IOException {
        return new ClockAlignment(
                in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }

    /** Writes the values of one instant. */
    static byte[] write(List<ChannelReport> reports) {
        return BYTES.write(out -> {
            out.writeShort(reports.size());
            for (ChannelReport each : reports) {
                out.writeUTF(each.key().variable());
                out.writeUTF(each.key().channel());
                out.writeDouble(each.told().value());
                out.writeByte(each.told().fate().name().charAt(0));
            }
        });
    }

    static List<ChannelReport> readReports(Instant at, byte[] bytes) {
        return BYTES.read(bytes, in -> {
            List<ChannelReport> reports = new ArrayList<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                reports.add(new ChannelReport(
                        new ChannelKey(in.readUTF(), in.readUTF()),
                        new ReportedValue(in.readDouble(), at, disposition(in.readByte()))));
            }
            return reports;
        });
    }

    static byte[] write(StoredBed bed) {
        return BYTES.write(out -> {
            out.writeLong(bed.offset());
            writeInstant(out, bed.publishedAt());
            out.writeInt(bed.sources().byVariable().size());
            for (var variable : bed.sources().byVariable().entrySet()) {
                out.writeUTF(variable.getKey());
                write(out, variable.getValue());
            }
        });
    }

    static StoredBed readBed(byte[] bytes) {
        return BYTES.read(bytes, in -> {
            long offset = in.readLong();
            Instant publishedAt = readInstant(in);
            Map<String, VariableSources> sources = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                sources.put(in.readUTF(), readSources(in));
            }
            return new StoredBed(offset, publishedAt, new BedSources(sources));
        });
    }

    private static void write(DataOutput out, VariableSources sources) throws IOException {
        out.writeByte(sources.speakers().size());
        for (SourceActivity activity : sources.speakers()) {
            write(out, activity.source());
            writeInstant(out, activity.heard());
            out.writeLong(activity.rhythm().toMillis());
            writeInstant(out, activity.steadyFrom());
        }
        out.writeBoolean(sources.followed().isPresent());
        if (sources.followed().isPresent()) {
            write(out, sources.followed().get());
        }
    }

    private static VariableSources readSources(DataInput in) throws IOException {
        List<SourceActivity> speakers = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            speakers.add(new SourceActivity(
                    readSource(in), readInstant(in), Duration.ofMillis(in.readLong()), readInstant(in)));
        }
        return new VariableSources(speakers, in.readBoolean() ? Optional.of(readSource(in)) : Optional.empty());
    }

    private static void write(DataOutput out, SourceName source) throws IOException {
        out.writeUTF(source.device());
        out.writeUTF(source.channel());
    }

    private static SourceName readSource(DataInput in) throws IOException {
        return new SourceName(in.readUTF(), in.readUTF());
    }

    private static void write(DataOutput out, ChannelState channel) throws IOException {
        writeInstant(out, channel.pace().newest());
        out.writeDouble(channel.level().value());
        writeInstant(out, channel.level().at());
        out.writeDouble(channel.level().jumped());
        out.writeByte(channel.level().run());
        out.writeDouble(channel.stillness().value());
        writeInstant(out, channel.stillness().since());
        out.writeShort(channel.seen().told().size());
        for (ReportedValue reported : channel.seen().told()) {
            out.writeDouble(reported.value());
            writeInstant(out, reported.at());
            out.writeByte(reported.fate().name().charAt(0));
        }
    }

    private static ChannelState readChannel(int version, DataInput in) throws IOException {
        return new ChannelState(
                version <= WITHOUT_CLOCKS ? readOldProgress(in) : new ChannelProgress(readInstant(in)),
                new SignalLevel(in.readDouble(), readInstant(in), in.readDouble(), in.readByte()),
                new FlatLineState(in.readDouble(), readInstant(in)),
                readSeen(version, in));
    }

    /** Reads the old form of the newest instant: the device's stamp and the time of its receipt. */
    private static ChannelProgress readOldProgress(DataInput in) throws IOException {
        return new ChannelProgress(NewestReadingRule.notAfterReceived(readInstant(in), readInstant(in)));
    }

    private static ChannelHistory readSeen(int version, DataInput in) throws IOException {
        List<ReportedValue> values = new ArrayList<>();
        for (int left = version <= WITHOUT_CLOCKS ? in.readByte() : in.readUnsignedShort(); left > 0; left--) {
            values.add(new ReportedValue(in.readDouble(), readInstant(in), disposition(in.readByte())));
        }
        return new ChannelHistory(values);
    }

    private static ValueDisposition disposition(int initial) {
        return switch (initial) {
            case 'K' -> ValueDisposition.KEPT;
            case 'U' -> ValueDisposition.UNFOLLOWED;
            case 'D' -> ValueDisposition.DOUBTED;
            default -> ValueDisposition.WITHDRAWN;
        };
    }

    private static void writeInstant(DataOutput out, Instant instant) throws IOException {
        out.writeLong(instant.toEpochMilli());
    }

    private static Instant readInstant(DataInput in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }
}
