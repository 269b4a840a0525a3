package org.vigie.vitals;

import java.io.DataInput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.platform.state.PositionalStateReader;
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
 * Reads the cleaning state of release 0.1.0: a version, then the fields in order, big-endian. Times are in ms since 1970.
 *
 * <p>Nothing is written in this form any more. A message is read until it is deleted, at most a day after the upgrade; every other part
 * is written by field name when it changes.
 *
 * <p>Version 4 writes the number of a channel's values in two bytes. Between two releases a layout with one byte had the same version
 * number. It cannot be decoded and is reported as unreadable state, like state that is cut short.
 */
final class PositionalCleaningState {
    /** Version in which a device's channels were distinguished by variable only. */
    private static final int WITHOUT_CHANNELS = 2;

    /** Version without device clocks. */
    private static final int WITHOUT_CLOCKS = 3;

    /** Version without followed sources: every source of a variable was used. */
    private static final int WITHOUT_FOLLOWED = 4;

    private static final PositionalStateReader BYTES =
            new PositionalStateReader(VitalsStreams.NAME, WITHOUT_CHANNELS, 5);

    private PositionalCleaningState() {}

    /** Returns true for bytes that begin with a version of this form. */
    static boolean isReadable(byte[] bytes) {
        return BYTES.isReadable(bytes);
    }

    static StoredMessage readMessage(String key, byte[] bytes) {
        return BYTES.read(CleanStep.MEMORY, key, bytes, (in, version) -> {
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

    static StoredDevice readDevice(String key, byte[] bytes) {
        return BYTES.read(CleanStep.MEMORY, key, bytes, (in, version) -> {
            long offset = in.readLong();
            Instant publishedAt = readInstant(in);
            DeviceClock clock = version <= WITHOUT_CLOCKS ? DeviceClock.UNKNOWN : readClock(in);
            Map<ChannelKey, ChannelState> channels = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                var channel = new ChannelKey(in.readUTF(), version == WITHOUT_CHANNELS ? "" : in.readUTF());
                channels.put(channel, readChannel(version, in));
            }
            return new StoredDevice(offset, publishedAt, new DeviceChannels(clock, channels));
        });
    }

    private static DeviceClock readClock(DataInput in) throws IOException {
        return new DeviceClock(
                readLine(in),
                readLine(in),
                new BackwardTimestampRun(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
    }

    private static ClockAlignment readLine(DataInput in) throws IOException {
        return new ClockAlignment(
                in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }

    static StoredInstant readInstant(String key, byte[] bytes) {
        Instant at = CleaningPartKey.instantIn(key);
        return BYTES.read(CleanStep.MEMORY, key, bytes, in -> {
            List<ChannelReport> reports = new ArrayList<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                reports.add(new ChannelReport(
                        new ChannelKey(in.readUTF(), in.readUTF()),
                        new ReportedValue(in.readDouble(), at, disposition(in.readByte()))));
            }
            return new StoredInstant(at, reports);
        });
    }

    static StoredBed readBed(String key, byte[] bytes) {
        return BYTES.read(CleanStep.MEMORY, key, bytes, in -> {
            long offset = in.readLong();
            Instant publishedAt = readInstant(in);
            Map<String, VariableSources> sources = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                sources.put(in.readUTF(), readSources(in));
            }
            return new StoredBed(offset, publishedAt, new BedSources(sources));
        });
    }

    private static VariableSources readSources(DataInput in) throws IOException {
        List<SourceActivity> speakers = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            speakers.add(new SourceActivity(
                    readSource(in), readInstant(in), Duration.ofMillis(in.readLong()), readInstant(in)));
        }
        return new VariableSources(speakers, in.readBoolean() ? Optional.of(readSource(in)) : Optional.empty());
    }

    private static SourceName readSource(DataInput in) throws IOException {
        return new SourceName(in.readUTF(), in.readUTF());
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

    private static Instant readInstant(DataInput in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }
}
