package org.vigie.replay.compare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** Counts equal and different records, and keeps the digest of each hour of each stay. */
final class ComparisonTable {
    private static final int MOST_DIFFERENCES = 10_000;

    private final Map<StayHour, HourDigest> digests = new TreeMap<>(
            Comparator.comparing(StayHour::kind).thenComparing(StayHour::stay).thenComparing(StayHour::hour));
    private final List<FoundDifference> differences = new ArrayList<>();
    private final DifferenceCause causes = new DifferenceCause();
    private long different;
    private long unreadable;

    <V extends SpecificRecord> void same(ComparedStream<V> stream, V value) {
        digest(stream, value).takeSame(hash(value));
    }

    <V extends SpecificRecord> void differ(ComparedStream<V> stream, V ward, V replay, String place, String text) {
        digest(stream, ward).takeWard(hash(ward));
        digest(stream, replay).takeReplay(~hash(ward));
        String stay = stream.stay().apply(ward);
        add(
                stream,
                ward,
                place,
                text.replace("recorded", "ward").replace("computed", "replay"),
                causes.of(stream.kind(), stay, ward, replay));
    }

    <V extends SpecificRecord> void onlyWard(ComparedStream<V> stream, V ward, String place) {
        digest(stream, ward).takeWard(hash(ward));
        add(stream, ward, place, "the replay has no such record", missing(stream, ward));
    }

    <V extends SpecificRecord> void onlyReplay(ComparedStream<V> stream, V replay, String place) {
        digest(stream, replay).takeReplay(hash(replay));
        add(stream, replay, place, "the ward has no such record", missing(stream, replay));
    }

    private <V extends SpecificRecord> String missing(ComparedStream<V> stream, V present) {
        return causes.ofMissing(stream.kind(), stream.stay().apply(present), present);
    }

    private <V extends SpecificRecord> void add(
            ComparedStream<V> stream, V value, String place, String text, String cause) {
        String stay = stream.stay().apply(value);
        causes.take(stream.kind(), stay);
        different++;
        if (differences.size() < MOST_DIFFERENCES) {
            Instant at = stream.time().apply(value);
            differences.add(new FoundDifference(stream.kind(), stay, at, place, text, cause));
        }
    }

    private <V extends SpecificRecord> HourDigest digest(ComparedStream<V> stream, V value) {
        var hour = StayHour.of(
                stream.kind(), stream.stay().apply(value), stream.time().apply(value));
        return digests.computeIfAbsent(hour, unseen -> new HourDigest());
    }

    /** Spreads the record's own hash, so that two differences in one hour do not cancel each other. */
    private static long hash(SpecificRecord value) {
        long hash = value.hashCode() * 0x9E3779B97F4A7C15L;
        return hash ^ hash >>> 29;
    }

    /** Counts a record of the ward that could not be decoded. */
    void unreadable() {
        unreadable++;
    }

    /** Returns the answer. */
    ComparisonResult result() {
        List<FoundDifference> byTime = differences.stream()
                .sorted(Comparator.comparing(FoundDifference::at))
                .toList();
        return new ComparisonResult(digests, byTime, different, unreadable);
    }
}
