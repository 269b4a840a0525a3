package org.vigie.local.erase;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Removes each record in which the patient or a stay is named: scores, alerts, commands, calls.
 *
 * @param patient who is erased
 */
record NamedRecordRule(ErasedPatient patient) implements RecordRule {
    @Override
    public RecordFate fate(ConsumerRecord<byte[], byte[]> record) {
        return patient.isNamedIn(record.key()) || patient.isNamedIn(record.value())
                ? RecordFate.REMOVED
                : RecordFate.KEPT;
    }
}
