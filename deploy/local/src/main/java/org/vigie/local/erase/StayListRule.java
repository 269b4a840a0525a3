package org.vigie.local.erase;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;

/**
 * Takes the patient's stays out of the lists of beds, which name the other patients of the bed, too.
 *
 * @param patient who is erased
 */
record StayListRule(ErasedPatient patient, Serde<BedStays> values) implements RecordRule {
    @Override
    public RecordFate fate(ConsumerRecord<byte[], byte[]> record) {
        if (!patient.isNamedIn(record.value())) {
            return RecordFate.KEPT;
        }
        BedStays bed = values.deserializer().deserialize(record.topic(), record.value());
        List<Stay> others =
                bed.getStays().stream().filter(stay -> !patient.has(stay)).toList();
        return RecordFate.replacedBy(values.serializer().serialize(record.topic(), new BedStays(bed.getBed(), others)));
    }
}
