package org.vigie.alerts.sweep;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.vigie.records.AdmissionFacts;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.window.StaticFeatures;

/**
 * Holds the stays on all beds of the ward.
 *
 * <p>A transfer is published bed by bed, so that its stay is on no bed for a moment. The end of a stay therefore counts only when the next
 * refresh still shows it.
 */
public final class StayDirectory {
    /** Name of the store with the stays of each bed. */
    public static final String STORE = "beds";

    private final Topic<BedStays> topic;
    private final Deserializer<BedStays> beds;
    private final Map<String, StoredBedStays> read = new HashMap<>();
    private Map<String, Optional<Instant>> before = Map.of();
    private Map<String, Optional<Instant>> now = Map.of();
    private Map<String, StaticFeatures> patients = Map.of();
    private Map<String, List<Stay>> bedsBefore = Map.of();
    private Map<String, List<Stay>> bedsNow = Map.of();
    private boolean changed;
    private boolean changedBefore;

    /** Holds the stays of a bed with the bytes from which they were read. */
    private record StoredBedStays(byte[] bytes, List<Stay> stays) {}

    public StayDirectory(TopicCatalogue topics, AvroSerdes serdes) {
        topic = topics.staysCurrent();
        beds = serdes.of(topic).deserializer();
    }

    /** Reads the beds of the store that have changed. */
    public void refresh(ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store) {
        changedBefore = changed;
        changed = false;
        Set<String> stored = new HashSet<>();
        try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, ValueAndTimestamp<byte[]>> bed = all.next();
                stored.add(bed.key);
                refresh(bed.key, bed.value.value());
            }
        }
        changed |= read.keySet().retainAll(stored);
        before = now;
        bedsBefore = bedsNow;
        if (changed) {
            index();
        }
    }

    private void refresh(String bed, byte[] bytes) {
        StoredBedStays known = read.get(bed);
        if (known == null || !Arrays.equals(known.bytes(), bytes)) {
            List<Stay> stays = read(bytes).map(BedStays::getStays).orElse(List.of());
            read.put(bed, new StoredBedStays(bytes, stays));
            changed = true;
        }
    }

    private void index() {
        Map<String, Optional<Instant>> ends = new HashMap<>();
        Map<String, StaticFeatures> known = new HashMap<>();
        Map<String, List<Stay>> byBed = new HashMap<>();
        read.forEach((bed, stored) -> {
            byBed.put(bed, stored.stays());
            stored.stays().forEach(stay -> {
                ends.merge(stay.getStay(), end(stay), StayDirectory::later);
                known.put(stay.getStay(), AdmissionFacts.of(stay).toRule());
            });
        });
        now = ends;
        patients = known;
        bedsNow = byBed;
    }

    /** Returns true when the last refresh or the one before it found a change. A change counts only when the next refresh still shows it. */
    public boolean hasChanged() {
        return changed || changedBefore;
    }

    /**
     * Returns when a patient was admitted to a bed that was monitored under a provisional stay, by the ward's clock. It is empty without an
     * admission, or when the admission was cancelled.
     *
     * @param newest newest instant of the provisional stay
     * @param clock time on the stay's clock
     */
    Optional<Instant> replaced(String bed, Instant newest, Instant clock) {
        return admitted(bedsBefore, bed, newest, clock).flatMap(since -> admitted(bedsNow, bed, newest, clock));
    }

    private static Optional<Instant> admitted(Map<String, List<Stay>> beds, String bed, Instant newest, Instant clock) {
        return beds.getOrDefault(bed, List.of()).stream()
                .filter(stay -> !stay.getFrom().isAfter(clock))
                .filter(stay -> stay.getUntil() == null || stay.getUntil().isAfter(newest))
                .map(Stay::getFrom)
                .findFirst();
    }

    /** Returns the patient's features from the admission; unknown features for a stay that was never admitted. */
    public StaticFeatures patient(String stay) {
        return patients.getOrDefault(stay, StaticFeatures.UNKNOWN);
    }

    /** Returns true when an admitted patient lies on the bed. */
    boolean isTaken(String bed) {
        return bedsNow.getOrDefault(bed, List.of()).stream().anyMatch(stay -> stay.getUntil() == null);
    }

    /** Returns the bed on which the patient of a stay lies at a time by the admissions: {@code known} if it is one, else the newest. */
    Optional<String> bedOf(String stay, String known, Instant at) {
        List<Stay> there = bedsNow.values().stream()
                .flatMap(List::stream)
                .filter(each -> each.getStay().equals(stay))
                .filter(each -> !each.getFrom().isAfter(at))
                .filter(each -> each.getUntil() == null || each.getUntil().isAfter(at))
                .toList();
        return there.stream().anyMatch(each -> each.getBed().equals(known))
                ? Optional.of(known)
                : there.stream().max(Comparator.comparing(Stay::getFrom)).map(Stay::getBed);
    }

    /** Returns true when the stay was admitted and has not ended at {@code clock}. Its end may already be known. */
    boolean isHere(String stay, Instant clock) {
        return now.containsKey(stay)
                && now.get(stay).filter(end -> !end.isAfter(clock)).isEmpty();
    }

    /**
     * Returns true when the last two refreshes knew the bed but did not show the stay anywhere. Its admission was cancelled, or two patients
     * were admitted to its bed.
     */
    boolean isGone(String stay, String bed) {
        return bedsNow.containsKey(bed)
                && bedsBefore.containsKey(bed)
                && !now.containsKey(stay)
                && !before.containsKey(stay);
    }

    /** Returns the newest end that is known for a stay, which may lie in the future. */
    Optional<Instant> newestEnd(String stay) {
        return now.getOrDefault(stay, Optional.empty());
    }

    /** Returns when the patient left the last bed; empty while the patient lies on a bed, and for an unknown stay. */
    Optional<Instant> endOf(String stay) {
        return newestEnd(stay)
                .filter(end -> before.getOrDefault(stay, Optional.empty()).equals(Optional.of(end)));
    }

    /** Reads the stays of a bed. An unreadable record gives none; it is quarantined where the topic is read as a stream. */
    private Optional<BedStays> read(byte[] bytes) {
        try {
            return Optional.ofNullable(beds.deserialize(topic.name(), bytes));
        } catch (UnreadableRecordException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> end(Stay stay) {
        return Optional.ofNullable(stay.getUntil());
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.flatMap(end -> other.map(otherEnd -> end.isAfter(otherEnd) ? end : otherEnd));
    }
}
