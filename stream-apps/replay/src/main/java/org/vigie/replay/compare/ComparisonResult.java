package org.vigie.replay.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says whether a replay gave what the ward recorded.
 *
 * @param digests by kind, stay and hour
 * @param differences the first ones, by time
 * @param different number of all differences
 * @param unreadable records of the ward that could not be decoded and were not compared
 */
public record ComparisonResult(
        Map<StayHour, HourDigest> digests, List<FoundDifference> differences, long different, long unreadable) {
    public ComparisonResult {
        digests = new LinkedHashMap<>(digests);
        differences = List.copyOf(differences);
    }

    public boolean isEqual() {
        return different == 0;
    }

    /** Returns the figures by the names of the JSON answer. */
    public Map<String, Object> figures() {
        List<Map<String, Object>> hours = new ArrayList<>();
        digests.forEach((hour, digest) -> hours.add(digest.figures(hour)));
        return Map.of(
                "equal",
                isEqual(),
                "different",
                different,
                "unreadable",
                unreadable,
                "records",
                records(),
                "digests",
                hours,
                "first_differences",
                differences.stream().limit(10).toList());
    }

    /** Returns the number of compared records of the ward by kind. */
    public Map<String, Long> records() {
        Map<String, Long> records = new TreeMap<>();
        digests.forEach((hour, digest) -> records.merge(hour.kind(), digest.records(), Long::sum));
        return records;
    }

    private Map<String, Long> unequal() {
        Map<String, Long> hours = new TreeMap<>();
        digests.forEach((hour, digest) -> hours.merge(hour.kind(), digest.isEqual() ? 0L : 1L, Long::sum));
        return hours;
    }

    @Override
    public String toString() {
        var text = new StringBuilder(isEqual() ? "EQUAL" : "DIFFERENT: %,d records".formatted(different));
        Map<String, Long> unequal = unequal();
        records()
                .forEach((kind, count) -> text.append(
                        "%n  %-10s %,10d records, %d hours of stays differ".formatted(kind, count, unequal.get(kind))));
        differences.stream()
                .findFirst()
                .ifPresent(first -> text.append("%nfirst: ".formatted()).append(first));
        return text.toString();
    }
}
