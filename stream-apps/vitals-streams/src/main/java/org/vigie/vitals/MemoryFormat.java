package org.vigie.vitals;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.runtime.VersionedBytes;
import org.vigie.signal.clean.Channel;
import org.vigie.signal.clean.Channels;
import org.vigie.signal.clean.Level;
import org.vigie.signal.clean.Pace;
import org.vigie.signal.clean.Reason;
import org.vigie.signal.clean.Seen;
import org.vigie.signal.clean.Stillness;
import org.vigie.signal.identify.Identity;

/** The bytes of what is remembered: a version, then the fields in order, big-endian; times in ms since 1970. */
final class MemoryFormat {
    private static final VersionedBytes BYTES = new VersionedBytes(1, VitalsStreams.NAME);

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
        });
    }

    static RememberedMessage readMessage(byte[] bytes) {
        return BYTES.read(bytes, in -> {
            long offset = in.readLong();
            Instant publishedAt = readInstant(in);
            var identity = new Identity(in.readUTF(), in.readBoolean());
            List<Reason> reasons = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                reasons.add(Reason.valueOf(in.readUTF()));
            }
            return new RememberedMessage(offset, publishedAt, identity, reasons);
        });
    }

    static byte[] write(RememberedDevice device) {
        return BYTES.write(out -> {
            out.writeLong(device.offset());
            writeInstant(out, device.publishedAt());
            out.writeInt(device.channels().byVariable().size());
            for (var channel : device.channels().byVariable().entrySet()) {
                out.writeUTF(channel.getKey());
                write(out, channel.getValue());
            }
        });
    }

    static RememberedDevice readDevice(byte[] bytes) {
        return BYTES.read(bytes, in -> {
            long offset = in.readLong();
            Instant publishedAt = readInstant(in);
            Map<String, Channel> channels = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                channels.put(in.readUTF(), readChannel(in));
            }
            return new RememberedDevice(offset, publishedAt, new Channels(channels));
        });
    }

    private static void write(DataOutput out, Channel channel) throws IOException {
        writeInstant(out, channel.pace().newest());
        writeInstant(out, channel.pace().receivedTime());
        out.writeDouble(channel.level().value());
        writeInstant(out, channel.level().at());
        out.writeDouble(channel.level().jumped());
        out.writeByte(channel.level().run());
        out.writeDouble(channel.stillness().value());
        writeInstant(out, channel.stillness().since());
        out.writeByte(channel.seen().fingerprints().length);
        for (long fingerprint : channel.seen().fingerprints()) {
            out.writeLong(fingerprint);
        }
    }

    private static Channel readChannel(DataInput in) throws IOException {
        return new Channel(
                new Pace(readInstant(in), readInstant(in)),
                new Level(in.readDouble(), readInstant(in), in.readDouble(), in.readByte()),
                new Stillness(in.readDouble(), readInstant(in)),
                readSeen(in));
    }

    private static Seen readSeen(DataInput in) throws IOException {
        long[] fingerprints = new long[in.readByte()];
        for (int i = 0; i < fingerprints.length; i++) {
            fingerprints[i] = in.readLong();
        }
        return new Seen(fingerprints);
    }

    private static void writeInstant(DataOutput out, Instant instant) throws IOException {
        out.writeLong(instant.toEpochMilli());
    }

    private static Instant readInstant(DataInput in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }
}
