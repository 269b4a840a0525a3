package org.vigie.local.erase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Collects the stays of one patient from every version of the lists of beds that a broker still has. */
final class PatientStays {
    private final Set<String> pseudonyms;
    private final Set<String> names = new HashSet<>();
    /** The newest version of each stay on each bed. */
    private final Map<String, Stay> versions = new HashMap<>();

    private final Map<String, BedStays> newest = new HashMap<>();

    PatientStays(Set<String> pseudonyms) {
        this.pseudonyms = Set.copyOf(pseudonyms);
    }

    /** Reads the present and the claimed stays of all beds. */
    void read(KafkaConnectionConfig kafka) {
        for (Topic<BedStays> topic :
                List.of(kafka.topics().staysClaimed(), kafka.topics().staysCurrent())) {
            try (var beds = TopicReader.fromBeginning(kafka, new AvroSerdes(kafka.registry()), topic)) {
                beds.readToEnd(record -> take(record.readableValue()));
            }
        }
    }

    private void take(Optional<BedStays> read) {
        read.ifPresent(this::take);
    }

    void take(BedStays bed) {
        newest.put(bed.getBed(), bed);
        for (Stay stay : bed.getStays()) {
            if (pseudonyms.contains(stay.getPatient())) {
                versions.put(stay.getStay() + "|" + stay.getBed() + "|" + stay.getFrom(), stay);
                names.add(stay.getStay());
                names.add(stay.getVisit());
            }
        }
    }

    /** Returns the bed on which the patient lies now. */
    Optional<String> openBed() {
        return newest.values().stream()
                .flatMap(bed -> bed.getStays().stream())
                .filter(stay -> pseudonyms.contains(stay.getPatient()) && stay.getUntil() == null)
                .map(Stay::getBed)
                .findFirst();
    }

    /** Returns the patient with everything that was read. */
    ErasedPatient patient(String number) {
        List<BedPeriod> periods = new ArrayList<>();
        for (Stay stay : versions.values()) {
            Optional.ofNullable(stay.getUntil())
                    .filter(until -> !until.isBefore(stay.getFrom()))
                    .ifPresent(until -> periods.add(new BedPeriod(stay.getBed(), stay.getFrom(), until)));
        }
        names.remove("");
        return new ErasedPatient(number, pseudonyms, names, periods);
    }
}
