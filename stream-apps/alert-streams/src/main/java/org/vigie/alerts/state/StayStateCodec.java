package org.vigie.alerts.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.state.record.StayStateRecord;
import org.vigie.platform.state.ReleasedStateSchemas;
import org.vigie.platform.state.StateRecordCodec;

/** Writes and reads the state of a stay. */
final class StayStateCodec {
    private final StateRecordCodec<StayStateRecord> codec;

    StayStateCodec(ReleasedStateSchemas released) {
        codec = new StateRecordCodec<>(StayStateRecord.class, StayStateRecord.getClassSchema(), released);
    }

    byte[] write(StayAlertState state) {
        var stored = new StayStateRecord();
        stored.setStay(state.stay());
        stored.setHash(state.hash());
        stored.setBed(state.bed());
        stored.setPublished(state.published().toEpochMilli());
        stored.setOffsets(ProcessedRecordsMapper.toRecords(state.processed()));
        RiskStateMapper.write(state.risks(), stored);
        stored.setAttention(AttentionStateMapper.toRecord(state.attention()));
        stored.setDisplayed(TriageStateMapper.toRecord(state.displayedOrNull()));
        stored.setEnded(millis(state.endedOrNull()));
        DetectionStateMapper.write(state.detection(), stored);
        StayAlarmsMapper.write(state.alarms(), stored);
        return codec.write(stored);
    }

    StayAlertState read(String store, String key, byte[] bytes) {
        StayStateRecord stored = codec.read(store, key, bytes);
        var processed = ProcessedRecordsMapper.toRule(
                stored.getOffsets(), stored.getBed(), Instant.ofEpochMilli(stored.getPublished()));
        return new StayAlertState(
                DetectionStateMapper.read(stored),
                StayAlarmsMapper.read(stored),
                stored.getHash(),
                processed,
                RiskStateMapper.read(stored),
                AttentionStateMapper.toRule(stored.getAttention()),
                TriageStateMapper.toRule(stored.getDisplayed()),
                instant(stored.getEnded()));
    }

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
