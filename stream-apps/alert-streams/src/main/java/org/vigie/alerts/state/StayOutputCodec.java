package org.vigie.alerts.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.vigie.alerts.state.record.StayOutputStateRecord;
import org.vigie.platform.state.ReleasedStateSchemas;
import org.vigie.platform.state.StateRecordCodec;
import org.vigie.schemas.Alert;
import org.vigie.schemas.TriageAssessmentRecord;

/** Writes and reads outputs. Each output record is written with the fingerprint of its own schema. */
final class StayOutputCodec {
    private final StateRecordCodec<StayOutputStateRecord> codec;
    private final BinaryMessageDecoder<Alert> alerts;
    private final BinaryMessageDecoder<TriageAssessmentRecord> triage;

    StayOutputCodec(ReleasedStateSchemas released) {
        codec = new StateRecordCodec<>(StayOutputStateRecord.class, StayOutputStateRecord.getClassSchema(), released);
        alerts = Alert.createDecoder(released);
        triage = TriageAssessmentRecord.createDecoder(released);
    }

    byte[] write(StoredOutput stored) {
        StayOutput output = stored.output();
        return codec.write(new StayOutputStateRecord(
                stored.storedAt(),
                encoded(output.ledger(), Alert.getEncoder()),
                encoded(output.current(), Alert.getEncoder()),
                encoded(output.triage(), TriageAssessmentRecord.getEncoder())));
    }

    StoredOutput read(String store, String key, byte[] bytes) {
        StayOutputStateRecord stored = codec.read(store, key, bytes);
        var output = new StayOutput(
                decoded(stored.getLedger(), alerts),
                decoded(stored.getCurrent(), alerts),
                decoded(stored.getTriage(), triage));
        return new StoredOutput(stored.getStoredAt(), output);
    }

    private static <R> List<ByteBuffer> encoded(List<R> records, BinaryMessageEncoder<R> encoder) {
        try {
            List<ByteBuffer> encoded = new ArrayList<>(records.size());
            for (R record : records) {
                encoded.add(encoder.encode(record));
            }
            return encoded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <R> List<R> decoded(List<ByteBuffer> encoded, BinaryMessageDecoder<R> decoder) {
        try {
            List<R> records = new ArrayList<>(encoded.size());
            for (ByteBuffer each : encoded) {
                records.add(decoder.decode(each));
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
