package org.vigie.vitals;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.topic.Topic;
import org.vigie.signal.clean.ArrivalTimes;
import org.vigie.signal.identify.AttributedOffsets;
import org.vigie.signal.identify.BedOccupancy;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.signal.identify.StayResolver;

/**
 * Stores the records of provisional stays and of conflicts on one partition's beds until their patient is known. It keeps the newest {@link AttributedOffsets#HELD}
 * records of the last {@link AttributedOffsets#HELD_FOR} by the broker's time, about 1 kB each.
 *
 * <p>A record is assigned to the first patient who is found for it and never to a second one. It is forwarded once while this instance
 * runs, and perhaps once more by the next instance, so that no record is lost in a crash.
 */
final class UnattributedStore {
    private static final String SEPARATOR = "\u001f";

    private final KeyValueStore<String, byte[]> store;
    private final Topic<CleanObservation> topic;
    private final Serde<CleanObservation> serde;
    private final Deque<HeldRecord> held;
    private final Set<String> forwarded = new HashSet<>();

    /** Holds the key of a stored record with the data that decides when it is deleted. */
    private record HeldRecord(String key, long offset, Instant publishedAt) {}

    UnattributedStore(
            KeyValueStore<String, byte[]> store, Topic<CleanObservation> topic, Serde<CleanObservation> serde) {
        this.store = store;
        this.topic = topic;
        this.serde = serde;
        this.held = stored();
    }

    /** Stores a record. Returns it under its real stay if the stay is already known. */
    Optional<CleanObservation> hold(CleanObservation observation, BedStays bed) {
        HeldRecord record = held(observation);
        byte[] before = store.get(record.key());
        if (before == null) {
            put(observation);
            held.addLast(record);
            while (held.size() > AttributedOffsets.HELD || isOld(held.peekFirst())) {
                delete(held.removeFirst().key());
            }
        }
        return attributed(bed, before == null ? observation : read(before));
    }

    /**
     * Returns the stored records of {@code bed} whose real stay is known now, in their order. Records that were returned before are left
     * out.
     */
    List<CleanObservation> attributed(BedStays bed) {
        List<CleanObservation> found = new ArrayList<>();
        try (var records = store.prefixScan(bed.getBed() + SEPARATOR, new StringSerializer())) {
            records.forEachRemaining(record -> found.add(read(record.value)));
        }
        return found.stream()
                .flatMap(observation -> attributed(bed, observation).stream())
                .toList();
    }

    private Optional<CleanObservation> attributed(BedStays bed, CleanObservation observation) {
        BedOccupancy there = occupancy(bed, observation);
        if (!mayHave(there, observation) || !forwarded.add(key(observation))) {
            return Optional.empty();
        }
        String from = observation.getAttributedFrom() == null ? observation.getStay() : observation.getAttributedFrom();
        CleanObservation attributed = CleanObservation.newBuilder(observation)
                .setStay(there.stay())
                .setProvisional(false)
                .setAttributedFrom(from)
                .build();
        put(attributed);
        return Optional.of(attributed);
    }

    /**
     * Returns whether a record may be given to a stay. Of the patients of a conflict only the one whose admission began it may have its records: the
     * other one may have left the bed before, and the movement that says so is still to come.
     */
    private static boolean mayHave(BedOccupancy there, CleanObservation observation) {
        if (!there.assignment().isOfPatient()) {
            return false;
        }
        if (observation.getAttributedFrom() != null) {
            return observation.getStay().equals(there.stay());
        }
        return !StayAssignment.isConflict(observation.getStay())
                || StayAssignment.conflict(observation.getBed(), there.from()).equals(observation.getStay());
    }

    private static BedOccupancy occupancy(BedStays bed, CleanObservation observation) {
        var arrival = new ArrivalTimes(observation.getReceivedTime(), observation.getPublishedAt());
        return StayResolver.occupancy(
                bed.getBed(), RawObservationMapper.occupancies(bed), arrival.plausibleTime(measuredAt(observation)));
    }

    /** Returns when a record was measured, by the ward's clock. Readings without such a time were measured at their device's time. */
    private static Instant measuredAt(CleanObservation observation) {
        return observation.getReadings().stream()
                .map(JudgedReading::getAsOf)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(observation.getDeviceTime());
    }

    private boolean isOld(HeldRecord record) {
        return record.publishedAt().isBefore(held.peekLast().publishedAt().minus(AttributedOffsets.HELD_FOR));
    }

    private void delete(String key) {
        store.delete(key);
        forwarded.remove(key);
    }

    private void put(CleanObservation observation) {
        store.put(key(observation), serde.serializer().serialize(topic.name(), observation));
    }

    private CleanObservation read(byte[] bytes) {
        return serde.deserializer().deserialize(topic.name(), bytes);
    }

    private Deque<HeldRecord> stored() {
        List<HeldRecord> records = new ArrayList<>();
        try (var all = store.all()) {
            all.forEachRemaining(record -> records.add(held(read(record.value))));
        }
        records.sort(Comparator.comparingLong(HeldRecord::offset));
        return new ArrayDeque<>(records);
    }

    private static HeldRecord held(CleanObservation observation) {
        return new HeldRecord(key(observation), observation.getOrigin().getOffset(), observation.getPublishedAt());
    }

    /** Returns the key of a record. Records of one bed are sorted by raw offset. */
    private static String key(CleanObservation observation) {
        return observation.getBed()
                + SEPARATOR
                + "%019d".formatted(observation.getOrigin().getOffset());
    }
}
