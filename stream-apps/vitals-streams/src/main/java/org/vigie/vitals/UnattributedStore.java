package org.vigie.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.topic.Topic;
import org.vigie.signal.clean.ArrivalTimes;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.signal.identify.StayResolver;

/**
 * What was said under provisional stays of one partition's beds, to be said again when it is known whose it was: the newest {@link #HELD}
 * records of the last {@link #HORIZON} by the broker's time, about 1 kB each.
 *
 * <p>A record goes to the first patient it is attributed to and never to a second. It is said once while this instance runs and perhaps
 * once more by its next, so that none is lost in a crash.
 */
final class UnattributedStore {
    static final Duration HORIZON = Duration.ofHours(12);
    static final int HELD = 30_000;

    private static final String SEPARATOR = "\u001f";

    private final KeyValueStore<String, byte[]> store;
    private final Topic<CleanObservation> topic;
    private final Serde<CleanObservation> serde;
    private final Deque<HeldRecord> held;
    private final Set<String> said = new HashSet<>();

    private record HeldRecord(String key, long offset, Instant publishedAt) {}

    UnattributedStore(
            KeyValueStore<String, byte[]> store, Topic<CleanObservation> topic, Serde<CleanObservation> serde) {
        this.store = store;
        this.topic = topic;
        this.serde = serde;
        this.held = stored();
    }

    /** Holds a record; when it is another stay's by now, the record as it is said then. */
    Optional<CleanObservation> hold(CleanObservation told, BedStays bed) {
        HeldRecord record = held(told);
        byte[] before = store.get(record.key());
        if (before == null) {
            put(told);
            held.addLast(record);
            while (held.size() > HELD || isOld(held.peekFirst())) {
                forget(held.removeFirst().key());
            }
        }
        return attributed(bed, before == null ? told : read(before));
    }

    /** What was said under provisional stays of {@code bed} and is, as of now, another stay's: in its order, not said before. */
    List<CleanObservation> attributed(BedStays bed) {
        List<CleanObservation> found = new ArrayList<>();
        try (var records = store.prefixScan(bed.getBed() + SEPARATOR, new StringSerializer())) {
            records.forEachRemaining(record -> found.add(read(record.value)));
        }
        return found.stream().flatMap(told -> attributed(bed, told).stream()).toList();
    }

    private Optional<CleanObservation> attributed(BedStays bed, CleanObservation told) {
        StayAssignment assignment = identity(bed, told);
        boolean anothers = told.getAttributedFrom() != null && !told.getStay().equals(assignment.stay());
        if (assignment.provisional() || anothers || !said.add(key(told))) {
            return Optional.empty();
        }
        String from = told.getAttributedFrom() == null ? told.getStay() : told.getAttributedFrom();
        CleanObservation attributed = CleanObservation.newBuilder(told)
                .setStay(assignment.stay())
                .setProvisional(false)
                .setAttributedFrom(from)
                .build();
        put(attributed);
        return Optional.of(attributed);
    }

    private static StayAssignment identity(BedStays bed, CleanObservation told) {
        var arrival = new ArrivalTimes(told.getReceivedTime(), told.getPublishedAt());
        return StayResolver.identify(
                bed.getBed(), RawObservationMapper.occupancies(bed), arrival.plausibleTime(told.getDeviceTime()));
    }

    private boolean isOld(HeldRecord record) {
        return record.publishedAt().isBefore(held.peekLast().publishedAt().minus(HORIZON));
    }

    private void forget(String key) {
        store.delete(key);
        said.remove(key);
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

    private static HeldRecord held(CleanObservation told) {
        return new HeldRecord(key(told), told.getOrigin().getOffset(), told.getPublishedAt());
    }

    /** Records of one bed lie in the order of their raw offsets. */
    private static String key(CleanObservation told) {
        return told.getBed() + SEPARATOR + "%019d".formatted(told.getOrigin().getOffset());
    }
}
