package org.vigie.vitals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.state.ReleasedStateSchemas;
import org.vigie.platform.state.StateRecordCodec;
import org.vigie.records.EnumMapping;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.vitals.state.MessageStateRecord;
import org.vigie.vitals.state.StoredReasonRecord;
import org.vigie.vitals.state.VerdictStateRecord;

/** Writes and reads messages with their verdicts. */
final class MessageStateCodec {
    static final EnumMapping<StoredReasonRecord, CleaningReason> REASON =
            EnumMapping.byName(StoredReasonRecord.class, CleaningReason.class);

    private final StateRecordCodec<MessageStateRecord> codec;

    MessageStateCodec(ReleasedStateSchemas released) {
        codec = new StateRecordCodec<>(MessageStateRecord.class, MessageStateRecord.getClassSchema(), released);
    }

    byte[] write(StoredMessage message) {
        List<VerdictStateRecord> verdicts = new ArrayList<>(message.verdicts().size());
        for (StoredVerdict verdict : message.verdicts()) {
            verdicts.add(new VerdictStateRecord(
                    REASON.toRecord(verdict.reason()),
                    verdict.withdrawn(),
                    millis(verdict.asOf()),
                    verdict.followed()));
        }
        return codec.write(new MessageStateRecord(
                message.offset(),
                message.publishedAt().toEpochMilli(),
                message.identity().stay(),
                message.identity().provisional(),
                verdicts));
    }

    StoredMessage read(String store, String key, byte[] bytes) {
        MessageStateRecord stored = codec.read(store, key, bytes);
        return new StoredMessage(
                stored.getOffset(),
                Instant.ofEpochMilli(stored.getPublishedAt()),
                new StayAssignment(stored.getStay(), stored.getProvisional()),
                stored.getVerdicts().stream().map(MessageStateCodec::verdict).toList());
    }

    private static StoredVerdict verdict(VerdictStateRecord stored) {
        Long asOf = stored.getAsOf();
        return new StoredVerdict(
                REASON.toRule(stored.getReason()),
                stored.getWithdrawn(),
                asOf == null ? null : Instant.ofEpochMilli(asOf),
                stored.getFollowed());
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
