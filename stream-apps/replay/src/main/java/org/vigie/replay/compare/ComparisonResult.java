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
    private static final List<String> KINDS = List.of("verdicts", "windows", "scores", "alerts", "triage");

    public ComparisonResult {
        digests = new LinkedHashMap<>(digests);
        differences = List.copyOf(differences);
    }

    /** Returns true when records were compared and none differs. Two sides without any record prove nothing. */
    public boolean isEqual() {
        return different == 0 && !digests.isEmpty();
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

    private String answer() {
        if (digests.isEmpty()) {
            return "NOTHING COMPARED: neither the ward nor the replay has a record of the period";
        }
        return isEqual() ? "EQUAL" : "DIFFERENT: %,d records".formatted(different);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(answer());
        Map<String, Long> unequal = unequal();
        Map<String, Long> records = records();
        for (String kind : KINDS) {
            text.append("%n  %-10s %,10d records, %s"
                    .formatted(
                            kind,
                            records.getOrDefault(kind, 0L),
                            unequal.containsKey(kind)
                                    ? unequal.get(kind) + " hours of stays differ"
                                    : "nothing to compare"));
        }
        if (unreadable > 0) {
            text.append("%n  %,d records of the ward could not be decoded and were not compared".formatted(unreadable));
        }
        differences.stream()
                .findFirst()
                .ifPresent(first -> text.append("%nfirst: ".formatted()).append(first));
        return text.toString();
    }
}
