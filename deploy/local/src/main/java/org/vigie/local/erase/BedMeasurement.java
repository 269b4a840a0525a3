package org.vigie.local.erase;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.vigie.signal.identify.StayAssignment;

/** Holds a record of a topic or of an archive that may name a bed without an admitted stay. */
record BedMeasurement(IndexedRecord value) {
    static final String BED = "bed";
    static final String STAY = "stay";
    /**
     * Names the time of the record, the first that is there counts. The clock of a device may be wrong, so that its time comes last: it would
     * lead to another patient of the bed.
     */
    static final List<String> TIMES = List.of("receivedTime", "measuredAt", "from", "raisedAt", "deviceTime");

    /** Returns true for a record without an admitted stay, of a bed on which the patient lay at that time. */
    boolean isOf(ErasedPatient patient) {
        Optional<String> stay = field(STAY).map(Object::toString);
        return stay.filter(name -> !StayAssignment.isProvisional(name)).isEmpty()
                && patient.layOn(field(BED).orElse("").toString(), time());
    }

    private Instant time() {
        return TIMES.stream()
                .flatMap(name -> field(name).stream())
                .map(BedMeasurement::instant)
                .findFirst()
                .orElse(Instant.MAX);
    }

    /** A record of an archive is read without the classes of this release: its times are numbers. */
    private static Instant instant(Object time) {
        return time instanceof Long millis ? Instant.ofEpochMilli(millis) : Instant.parse(time.toString());
    }

    private Optional<Object> field(String name) {
        Schema.Field field = value.getSchema().getField(name);
        return field == null
                ? Optional.empty()
                : Optional.ofNullable(value.get(Objects.requireNonNull(field).pos()));
    }
}
