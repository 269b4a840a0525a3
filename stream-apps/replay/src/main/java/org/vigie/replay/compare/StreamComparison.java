package org.vigie.replay.compare;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.UnreadableRecordException;

/**
 * Compares the records of one topic as they come. A record waits for its counterpart; two equal ones leave only their digest.
 *
 * @param <V> type of the records
 */
final class StreamComparison<V extends SpecificRecord> {
    /** A record that comes again after a crash of the ward follows its first copy closely. */
    private static final int REMEMBERED = 100_000;

    private final ComparedStream<V> ward;
    private final ComparedStream<V> replay;
    private final Deserializer<V> values;
    private final PartitionPeriod period;
    private final ComparisonTable table;
    private final Map<String, Waiting<V>> ofWard = new LinkedHashMap<>();
    private final Map<String, Waiting<V>> ofReplay = new LinkedHashMap<>();
    private final Set<String> matched = new HashSet<>();
    /** Keys that the ward wrote twice. A window of the replay follows each recorded one, so that it comes twice too. */
    private final Set<String> repeated = new HashSet<>();

    /** Holds a record whose counterpart has not come. */
    private record Waiting<V>(V value, String place) {}

    StreamComparison(
            ComparedStream<V> ward,
            ComparedStream<V> replay,
            AvroSerdes serdes,
            PartitionPeriod period,
            ComparisonTable table) {
        this.ward = ward;
        this.replay = replay;
        this.values = serdes.of(ward.topic()).deserializer();
        this.period = period;
        this.table = table;
    }

    /** Takes a record of the ward. Bytes that cannot be read are left out; no app used them. */
    void takeWard(byte[] bytes, String place) {
        try {
            take(ward, bytes, each -> takeWard(each, place));
        } catch (UnreadableRecordException e) {
            table.unreadable();
        }
    }

    void takeReplay(byte[] bytes) {
        take(replay, bytes, this::takeReplay);
    }

    private void take(ComparedStream<V> side, byte[] bytes, Consumer<V> next) {
        V value = values.deserialize(side.topic().name(), bytes);
        Instant time = side.time().apply(value);
        boolean isIn = !time.isBefore(period.from()) && time.isBefore(period.to());
        if (side.compared().test(value) && isIn) {
            next.accept(value);
        }
    }

    private void takeWard(V value, String place) {
        String key = ward.key().apply(value);
        Waiting<V> counterpart = ofReplay.remove(key);
        if (counterpart != null) {
            compare(key, new Waiting<>(value, place), counterpart);
        } else if (matched.contains(key) || ofWard.put(key, new Waiting<>(value, place)) != null) {
            repeated.add(key);
        }
    }

    private void takeReplay(V value) {
        String key = replay.key().apply(value);
        Waiting<V> counterpart = ofWard.remove(key);
        var waiting = new Waiting<>(value, replay.topic().name());
        if (counterpart != null) {
            compare(key, counterpart, waiting);
        } else if (!matched.contains(key) || !repeated.remove(key)) {
            Waiting<V> twice = ofReplay.put(key, waiting);
            if (twice != null) {
                table.onlyReplay(ward, value, twice.place());
            }
        }
    }

    private void compare(String key, Waiting<V> one, Waiting<V> other) {
        if (matched.size() >= REMEMBERED) {
            matched.clear();
        }
        matched.add(key);
        ward.difference()
                .apply(one.value(), other.value())
                .ifPresentOrElse(
                        text -> table.differ(ward, one.value(), other.value(), one.place(), text),
                        () -> table.same(ward, one.value()));
    }

    /** Counts the records that have no counterpart. It is called once, at the end. */
    void finish() {
        ofWard.values().forEach(each -> table.onlyWard(ward, each.value(), each.place()));
        ofReplay.values().forEach(each -> table.onlyReplay(ward, each.value(), each.place()));
    }
}
