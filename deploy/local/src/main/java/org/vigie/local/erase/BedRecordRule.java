package org.vigie.local.erase;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.signal.identify.StayAssignment;

/**
 * Removes what was measured on the patient's bed while the patient lay there, also where no stay is named: raw observations, alarms of
 * monitors, and readings under a provisional stay.
 *
 * @param patient who is erased
 * @param values reads the values of the topic
 */
record BedRecordRule<V extends SpecificRecord>(ErasedPatient patient, Deserializer<V> values) implements RecordRule {
    private static final String BED = "bed";
    private static final String STAY = "stay";
    /** Names the time of the measurement in each of the records; the first that is there counts. */
    private static final List<String> TIMES = List.of("deviceTime", "measuredAt", "raisedAt", "from", "receivedTime");

    @Override
    public RecordFate fate(ConsumerRecord<byte[], byte[]> record) {
        if (patient.isNamedIn(record.key()) || patient.isNamedIn(record.value())) {
            return RecordFate.REMOVED;
        }
        return read(record).filter(this::isOfBed).isPresent() ? RecordFate.REMOVED : RecordFate.KEPT;
    }

    private Optional<V> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(record.value()).map(value -> values.deserialize(record.topic(), value));
        } catch (UnreadableRecordException e) {
            return Optional.empty(); // it lies in quarantine, too
        }
    }

    private boolean isOfBed(V value) {
        Optional<String> stay = field(value, STAY).map(Object::toString);
        return stay.filter(name -> !StayAssignment.isProvisional(name)).isEmpty()
                && patient.layOn(field(value, BED).orElse("").toString(), time(value));
    }

    private Instant time(V value) {
        return TIMES.stream()
                .flatMap(name -> field(value, name).stream())
                .map(Instant.class::cast)
                .findFirst()
                .orElse(Instant.MAX);
    }

    private static Optional<Object> field(SpecificRecord value, String name) {
        Schema.Field field = value.getSchema().getField(name);
        return field == null
                ? Optional.empty()
                : Optional.ofNullable(value.get(Objects.requireNonNull(field).pos()));
    }
}
