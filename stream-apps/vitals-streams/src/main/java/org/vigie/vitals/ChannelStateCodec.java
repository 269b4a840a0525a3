package org.vigie.vitals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.platform.state.ReleasedStateSchemas;
import org.vigie.platform.state.StateRecordCodec;
import org.vigie.records.EnumMapping;
import org.vigie.signal.clean.ChannelHistory;
import org.vigie.signal.clean.ChannelHistory.ReportedValue;
import org.vigie.signal.clean.ChannelHistory.ValueDisposition;
import org.vigie.signal.clean.ChannelKey;
import org.vigie.signal.clean.ChannelProgress;
import org.vigie.signal.clean.ChannelState;
import org.vigie.signal.clean.FlatLineState;
import org.vigie.signal.clean.SignalLevel;
import org.vigie.vitals.state.ChannelStateRecord;
import org.vigie.vitals.state.ReportedValueRecord;
import org.vigie.vitals.state.ValueDispositionRecord;

/** Writes and reads channels. */
final class ChannelStateCodec {
    static final EnumMapping<ValueDispositionRecord, ValueDisposition> DISPOSITION =
            EnumMapping.byName(ValueDispositionRecord.class, ValueDisposition.class);

    private final StateRecordCodec<ChannelStateRecord> codec;

    ChannelStateCodec(ReleasedStateSchemas released) {
        codec = new StateRecordCodec<>(ChannelStateRecord.class, ChannelStateRecord.getClassSchema(), released);
    }

    byte[] write(StoredChannel channel) {
        return codec.write(toRecord(channel.key(), channel.state()));
    }

    StoredChannel read(String store, String key, byte[] bytes) {
        ChannelStateRecord stored = codec.read(store, key, bytes);
        return new StoredChannel(key(stored), state(stored));
    }

    static ChannelStateRecord toRecord(ChannelKey key, ChannelState state) {
        return new ChannelStateRecord(
                key.variable(),
                key.channel(),
                state.pace().newest().toEpochMilli(),
                state.level().value(),
                state.level().at().toEpochMilli(),
                state.level().jumped(),
                state.level().run(),
                state.stillness().value(),
                state.stillness().since().toEpochMilli(),
                reported(state.seen().reported()));
    }

    private static List<ReportedValueRecord> reported(List<ReportedValue> values) {
        List<ReportedValueRecord> stored = new ArrayList<>(values.size());
        for (ReportedValue value : values) {
            stored.add(new ReportedValueRecord(
                    value.value(), value.at().toEpochMilli(), DISPOSITION.toRecord(value.disposition())));
        }
        return stored;
    }

    static ChannelKey key(ChannelStateRecord stored) {
        return new ChannelKey(stored.getVariable(), stored.getChannel());
    }

    static ChannelState state(ChannelStateRecord stored) {
        return new ChannelState(
                new ChannelProgress(Instant.ofEpochMilli(stored.getNewest())),
                new SignalLevel(
                        stored.getLevelValue(),
                        Instant.ofEpochMilli(stored.getLevelAt()),
                        stored.getJumped(),
                        stored.getRun()),
                new FlatLineState(stored.getStillValue(), Instant.ofEpochMilli(stored.getStillSince())),
                new ChannelHistory(stored.getReported().stream()
                        .map(value -> new ReportedValue(
                                value.getValue(),
                                Instant.ofEpochMilli(value.getAt()),
                                DISPOSITION.toRule(value.getDisposition())))
                        .toList()));
    }
}
