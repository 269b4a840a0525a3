package org.vigie.local.erase;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.schemas.serde.UnreadableRecordException;

/**
 * Removes what was measured on the patient's bed while the patient lay there, also where no stay is named: raw observations, alarms of
 * monitors, and readings under a provisional stay.
 *
 * @param patient who is erased
 * @param values reads the values of the topic
 */
record BedRecordRule<V extends SpecificRecord>(ErasedPatient patient, Deserializer<V> values) implements RecordRule {
    @Override
    public RecordFate fate(ConsumerRecord<byte[], byte[]> record) {
        if (patient.isNamedIn(record.key()) || patient.isNamedIn(record.value())) {
            return RecordFate.REMOVED;
        }
        boolean isOfBed = read(record)
                .filter(value -> new BedMeasurement(value).isOf(patient))
                .isPresent();
        return isOfBed ? RecordFate.REMOVED : RecordFate.KEPT;
    }

    private Optional<V> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(record.value()).map(value -> values.deserialize(record.topic(), value));
        } catch (UnreadableRecordException e) {
            return Optional.empty(); // it lies in quarantine, too
        }
    }
}
