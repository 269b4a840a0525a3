package org.vigie.replay.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Says how anonymous the exported stays are.
 *
 * @param groups number of groups of stays that share all facts
 * @param k patients of the smallest group; 0 without stays
 * @param l different lengths of stay in the group that has fewest; 0 without stays
 * @param required least k of the export
 */
record AnonymityReport(int groups, long k, long l, int required) {
    private static final int SHOWN = 10;

    /**
     * Judges groups.
     *
     * @throws IllegalArgumentException when a group is smaller than the least k, with such groups
     */
    static AnonymityReport of(List<StayGroup> groups, AnonymityLevel level) {
        List<StayGroup> small =
                groups.stream().filter(group -> group.patients() < level.k()).toList();
        if (!small.isEmpty()) {
            throw new IllegalArgumentException(refusal(small, level));
        }
        return new AnonymityReport(
                groups.size(),
                groups.stream().mapToLong(StayGroup::patients).min().orElse(0),
                groups.stream().mapToLong(StayGroup::lengths).min().orElse(0),
                level.k());
    }

    private static String refusal(List<StayGroup> small, AnonymityLevel level) {
        String named = small.stream().limit(SHOWN).map(StayGroup::toString).collect(Collectors.joining(", "));
        return "--what stays: each group of unit, age band, sex and kind of unit must have at least %d patients (--k), but %d have fewer: %s%s%n"
                        .formatted(level.k(), small.size(), named, small.size() > SHOWN ? ", ..." : "")
                + "Nothing was written. Take wider age bands (--age-band, now %d years) or a longer period."
                        .formatted(level.ageBandYears());
    }

    @Override
    public String toString() {
        return "stays                k = %d (%d required), l = %d lengths of stay, %d groups"
                .formatted(k, required, l, groups);
    }
}
