package org.vigie.vitals;

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
import org.vigie.runtime.VersionedBytes;
import org.vigie.signal.channel.BedSources;
import org.vigie.signal.channel.SourceName;
import org.vigie.signal.channel.Speaker;
import org.vigie.signal.channel.VariableSources;
import org.vigie.signal.clean.Channel;
import org.vigie.signal.clean.ChannelKey;
import org.vigie.signal.clean.Channels;
import org.vigie.signal.clean.Level;
import org.vigie.signal.clean.Pace;
import org.vigie.signal.clean.Reason;
import org.vigie.signal.clean.SaidInstants.Said;
import org.vigie.signal.clean.Seen;
import org.vigie.signal.clean.Seen.Fate;
import org.vigie.signal.clean.Seen.Told;
import org.vigie.signal.clean.Stillness;
import org.vigie.signal.identify.Identity;
import org.vigie.signal.newest.BackRun;
import org.vigie.signal.newest.ClockLine;
import org.vigie.signal.newest.DeviceClock;
import org.vigie.signal.newest.Newness;

/**
 * The bytes of what is remembered: a version, then the fields in order, big-endian; times in ms since 1970.
 *
 * <p>Version 4 is the layout that counts what a channel told in two bytes. Between releases there was one with a single byte under the
 * same number; it does not decode and is reported as unreadable memory, like any that is cut short.
 */
final class MemoryFormat {
    /** A device's channels were told apart by their variable alone. */
    private static final int WITHOUT_CHANNELS = 2;

    /** All clocks were believed. */
    private static final int WITHOUT_CLOCKS = 3;

    /** Every source of a variable was used. */
    private static final int WITHOUT_FOLLOWED = 4;

    private static final VersionedBytes BYTES = new VersionedBytes(WITHOUT_CHANNELS, 5, VitalsStreams.NAME);

    private MemoryFormat() {}

    static byte[] write(RememberedMessage message) {
        return BYTES.write(out -> {
            out.writeLong(message.offset());
            writeInstant(out, message.publishedAt());
            out.writeUTF(message.identity().stay());
            out.writeBoolean(message.identity().provisional());
            out.writeInt(message.reasons().size());
            for (Reason reason : message.reasons()) {
                out.writeUTF(reason.name());
            }
            for (List<Double> withdrawn : message.withdrawn()) {
                write(out, withdrawn);
            }
            out.writeInt(message.asOf().size());
            for (Instant asOf : message.asOf()) {
                writeInstant(out, asOf);
            }
            for (boolean followed : message.followed()) {
                out.writeBoolean(followed);
            }
        });
    }

    static RememberedMessage readMessage(byte[] bytes) {
        return BYTES.read(bytes, (in, version) -> {
            long offset = in.readLong();
            Instant publishedAt = readInstant(in);
            var identity = new Identity(in.readUTF(), in.readBoolean());
            List<Reason> reasons = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                reasons.add(Reason.valueOf(in.readUTF()));
            }
            List<List<Double>> withdrawn = new ArrayList<>();
            while (withdrawn.size() < reasons.size()) {
                withdrawn.add(readNumbers(in));
            }
            List<Instant> asOf = version <= WITHOUT_CLOCKS ? List.of() : readInstants(in);
            List<Boolean> followed = new ArrayList<>();
            while (followed.size() < reasons.size()) {
                followed.add(version <= WITHOUT_FOLLOWED || in.readBoolean());
            }
            return new RememberedMessage(offset, publishedAt, identity, reasons, withdrawn, asOf, followed);
        });
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

    static byte[] write(RememberedDevice device) {
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

    static RememberedDevice readDevice(byte[] bytes) {
        return BYTES.read(bytes, (in, version) -> {
            long offset = in.readLong();
            Instant publishedAt = readInstant(in);
            DeviceClock clock = version <= WITHOUT_CLOCKS ? DeviceClock.UNHEARD : readClock(in);
            Map<ChannelKey, Channel> channels = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                var key = new ChannelKey(in.readUTF(), version == WITHOUT_CHANNELS ? "" : in.readUTF());
                channels.put(key, readChannel(version, in));
            }
            return new RememberedDevice(offset, publishedAt, new Channels(clock, channels));
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
                readLine(in), readLine(in), new BackRun(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
    }

    private static void write(DataOutput out, ClockLine line) throws IOException {
        out.writeLong(line.shift());
        out.writeLong(line.at());
        out.writeLong(line.received());
        out.writeLong(line.every());
        out.writeLong(line.behind());
        out.writeLong(line.behindSince());
    }

    private static ClockLine readLine(DataInput in) throws IOException {
        return new ClockLine(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }

    /** What was said of one instant. */
    static byte[] write(List<Said> said) {
        return BYTES.write(out -> {
            out.writeShort(said.size());
            for (Said each : said) {
                out.writeUTF(each.key().variable());
                out.writeUTF(each.key().channel());
                out.writeDouble(each.told().value());
                out.writeByte(each.told().fate().name().charAt(0));
            }
        });
    }

    static List<Said> readSaid(Instant at, byte[] bytes) {
        return BYTES.read(bytes, in -> {
            List<Said> said = new ArrayList<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                said.add(new Said(
                        new ChannelKey(in.readUTF(), in.readUTF()),
                        new Told(in.readDouble(), at, fate(in.readByte()))));
            }
            return said;
        });
    }

    static byte[] write(RememberedBed bed) {
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

    static RememberedBed readBed(byte[] bytes) {
        return BYTES.read(bytes, in -> {
            long offset = in.readLong();
            Instant publishedAt = readInstant(in);
            Map<String, VariableSources> sources = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                sources.put(in.readUTF(), readSources(in));
            }
            return new RememberedBed(offset, publishedAt, new BedSources(sources));
        });
    }

    private static void write(DataOutput out, VariableSources sources) throws IOException {
        out.writeByte(sources.speakers().size());
        for (Speaker speaker : sources.speakers()) {
            write(out, speaker.source());
            writeInstant(out, speaker.heard());
            out.writeLong(speaker.rhythm().toMillis());
            writeInstant(out, speaker.steadyFrom());
        }
        out.writeBoolean(sources.followed().isPresent());
        if (sources.followed().isPresent()) {
            write(out, sources.followed().get());
        }
    }

    private static VariableSources readSources(DataInput in) throws IOException {
        List<Speaker> speakers = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            speakers.add(
                    new Speaker(readSource(in), readInstant(in), Duration.ofMillis(in.readLong()), readInstant(in)));
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

    private static void write(DataOutput out, Channel channel) throws IOException {
        writeInstant(out, channel.pace().newest());
        out.writeDouble(channel.level().value());
        writeInstant(out, channel.level().at());
        out.writeDouble(channel.level().jumped());
        out.writeByte(channel.level().run());
        out.writeDouble(channel.stillness().value());
        writeInstant(out, channel.stillness().since());
        out.writeShort(channel.seen().told().size());
        for (Told told : channel.seen().told()) {
            out.writeDouble(told.value());
            writeInstant(out, told.at());
            out.writeByte(told.fate().name().charAt(0));
        }
    }

    private static Channel readChannel(int version, DataInput in) throws IOException {
        return new Channel(
                version <= WITHOUT_CLOCKS ? readOldPace(in) : new Pace(readInstant(in)),
                new Level(in.readDouble(), readInstant(in), in.readDouble(), in.readByte()),
                new Stillness(in.readDouble(), readInstant(in)),
                readSeen(version, in));
    }

    /** The newest instant was the device's, beside the time at which it came. */
    private static Pace readOldPace(DataInput in) throws IOException {
        return new Pace(Newness.believed(readInstant(in), readInstant(in)));
    }

    private static Seen readSeen(int version, DataInput in) throws IOException {
        List<Told> told = new ArrayList<>();
        for (int left = version <= WITHOUT_CLOCKS ? in.readByte() : in.readUnsignedShort(); left > 0; left--) {
            told.add(new Told(in.readDouble(), readInstant(in), fate(in.readByte())));
        }
        return new Seen(told);
    }

    private static Fate fate(int initial) {
        return switch (initial) {
            case 'K' -> Fate.KEPT;
            case 'U' -> Fate.UNFOLLOWED;
            case 'D' -> Fate.DOUBTED;
            default -> Fate.WITHDRAWN;
        };
    }

    private static void writeInstant(DataOutput out, Instant instant) throws IOException {
        out.writeLong(instant.toEpochMilli());
    }

    private static Instant readInstant(DataInput in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }
}
