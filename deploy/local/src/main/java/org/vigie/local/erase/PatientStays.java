package org.vigie.local.erase;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.census.StayConflictResolver;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;

/** Collects the stays of one patient from every version of the lists of beds that a broker and its archives still have. */
final class PatientStays {
    private final Set<String> pseudonyms;
    private final StayVersions versions = new StayVersions();
    /** Periods in which the claims of several patients contradict each other, by their name and begin. */
    private final Map<String, Stay> conflicts = new HashMap<>();

    private final Map<String, BedStays> newest = new HashMap<>();

    PatientStays(Set<String> pseudonyms) {
        this.pseudonyms = Set.copyOf(pseudonyms);
    }

    /** Reads the present and the claimed stays of all beds. */
    void read(KafkaConnectionConfig kafka) {
        for (Topic<BedStays> topic :
                List.of(kafka.topics().staysClaimed(), kafka.topics().staysCurrent())) {
            try (var beds = TopicReader.fromBeginning(kafka, new AvroSerdes(kafka.registry()), topic)) {
                beds.readToEnd(record -> record.readableValue().ifPresent(bed -> take(topic.name(), bed)));
            }
        }
    }

    /** Takes the next version of the list of a bed. */
    void take(String list, BedStays bed) {
        newest.put(list + "|" + bed.getBed(), bed);
        bed.getStays().forEach(stay -> take(stay, () -> versions.put(list, stay)));
    }

    /** Takes the next version of a stay that an archive lists. */
    void takeArchived(Stay stay) {
        take(stay, () -> versions.putArchived(stay));
    }

    private void take(Stay stay, Runnable ofPatient) {
        if (pseudonyms.contains(stay.getPatient())) {
            ofPatient.run();
        } else if (StayConflictResolver.isConflict(stay)) {
            conflicts.put(stay.getStay() + "|" + stay.getFrom(), stay);
        }
    }

    /** Returns the bed on which the patient lies now, by the list of one topic: a conflict hides an open claim in the other. */
    Optional<String> openBed() {
        return newest.values().stream()
                .flatMap(bed -> bed.getStays().stream())
                .filter(stay -> pseudonyms.contains(stay.getPatient()) && stay.getUntil() == null)
                .map(Stay::getBed)
                .findFirst();
    }

    /** Returns why something of the patient may not be found. */
    List<String> gaps() {
        if (versions.names().isEmpty()) {
            return List.of("no stay of this patient is known: give the archives that list it (--archive)");
        }
        long unended = versions.unended();
        return unended == 0
                ? List.of()
                : List.of(
                        "the end of %d stays is not known: give the archive of the day on which each ended (--archive)"
                                .formatted(unended));
    }

    /** Returns the patient with everything that was read. */
    ErasedPatient patient(String number) {
        List<BedPeriod> periods = versions.periods();
        Set<String> names = versions.names();
        conflicts.values().stream()
                .filter(conflict -> periods.stream().anyMatch(period -> overlaps(period, conflict)))
                .forEach(conflict -> names.add(conflict.getStay()));
        return new ErasedPatient(number, pseudonyms, names, periods);
    }

    private static boolean overlaps(BedPeriod period, Stay conflict) {
        Instant until = Optional.ofNullable(conflict.getUntil()).orElse(Instant.MAX);
        return period.bed().equals(conflict.getBed())
                && conflict.getFrom().isBefore(period.until())
                && period.from().isBefore(until);
    }
}
