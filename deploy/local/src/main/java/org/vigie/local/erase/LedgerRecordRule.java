package org.vigie.local.erase;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.UnreadableRecordException;

/**
 * Removes the chains of the patient's stays from the alarm ledger, and remembers how each of them ended. The chain of another stay does not
 * depend on them. The last hash proves later what an older copy of the chain said.
 */
final class LedgerRecordRule implements RecordRule {
    private final NamedRecordRule named;
    private final Deserializer<Alert> values;
    private final Map<String, ErasedChain> ends = new LinkedHashMap<>();

    LedgerRecordRule(ErasedPatient patient, Deserializer<Alert> values) {
        this.named = new NamedRecordRule(patient);
        this.values = values;
    }

    @Override
    public RecordFate fate(ConsumerRecord<byte[], byte[]> record) {
        RecordFate fate = named.fate(record);
        if (fate.equals(RecordFate.REMOVED) && record.value() != null) {
            remember(record);
        }
        return fate;
    }

    private void remember(ConsumerRecord<byte[], byte[]> record) {
        try {
            Alert entry = values.deserialize(record.topic(), record.value());
            ends.put(entry.getStay(), new ErasedChain(entry.getSequence(), entry.getHash()));
        } catch (UnreadableRecordException e) {
            ends.put(record.topic() + "-" + record.offset(), new ErasedChain(1, "unreadable"));
        }
    }

    /** Returns the end of each chain, without the name of its stay. */
    Collection<ErasedChain> ends() {
        return ends.values();
    }
}
