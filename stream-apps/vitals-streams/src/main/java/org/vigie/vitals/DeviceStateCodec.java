package org.vigie.vitals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.platform.state.ReleasedStateSchemas;
import org.vigie.platform.state.StateRecordCodec;
import org.vigie.signal.clean.ChannelKey;
import org.vigie.signal.clean.ChannelState;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.newest.BackwardTimestampRun;
import org.vigie.signal.newest.ClockAlignment;
import org.vigie.signal.newest.DeviceClock;
import org.vigie.vitals.state.BackwardRunRecord;
import org.vigie.vitals.state.ChannelStateRecord;
import org.vigie.vitals.state.ClockAlignmentRecord;
import org.vigie.vitals.state.DeviceStateRecord;

/** Writes and reads devices with their clock and their continuous channels, which change together every second. */
final class DeviceStateCodec {
    private final StateRecordCodec<DeviceStateRecord> codec;

    DeviceStateCodec(ReleasedStateSchemas released) {
        codec = new StateRecordCodec<>(DeviceStateRecord.class, DeviceStateRecord.getClassSchema(), released);
    }

    byte[] write(StoredDevice device) {
        DeviceClock clock = device.clock();
        return codec.write(new DeviceStateRecord(
                device.offset(),
                device.publishedAt().toEpochMilli(),
                toRecord(clock.alignment()),
                toRecord(clock.previousAlignment()),
                toRecord(clock.backwardRun()),
                continuous(device)));
    }

    private static List<ChannelStateRecord> continuous(StoredDevice device) {
        List<ChannelStateRecord> stored = new ArrayList<>();
        device.forEachContinuous((key, state) -> stored.add(ChannelStateCodec.toRecord(key, state)));
        return stored;
    }

    StoredDevice read(String store, String key, byte[] bytes) {
        DeviceStateRecord stored = codec.read(store, key, bytes);
        Map<ChannelKey, ChannelState> channels = new HashMap<>();
        stored.getChannels()
                .forEach(channel -> channels.put(ChannelStateCodec.key(channel), ChannelStateCodec.state(channel)));
        var clock = new DeviceClock(toRule(stored.getLine()), toRule(stored.getBefore()), toRule(stored.getBack()));
        return new StoredDevice(
                stored.getOffset(), Instant.ofEpochMilli(stored.getPublishedAt()), new DeviceChannels(clock, channels));
    }

    private static ClockAlignmentRecord toRecord(ClockAlignment line) {
        return new ClockAlignmentRecord(
                line.shift(), line.at(), line.received(), line.every(), line.behind(), line.behindSince());
    }

    private static ClockAlignment toRule(ClockAlignmentRecord line) {
        return new ClockAlignment(
                line.getShift(),
                line.getAt(),
                line.getReceived(),
                line.getEvery(),
                line.getBehind(),
                line.getBehindSince());
    }

    private static BackwardRunRecord toRecord(BackwardTimestampRun back) {
        return new BackwardRunRecord(back.firstAt(), back.firstReceived(), back.at(), back.received());
    }

    private static BackwardTimestampRun toRule(BackwardRunRecord back) {
        return new BackwardTimestampRun(back.getFirstAt(), back.getFirstReceived(), back.getAt(), back.getReceived());
    }
}
