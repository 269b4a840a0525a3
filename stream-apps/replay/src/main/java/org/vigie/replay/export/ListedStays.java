package org.vigie.replay.export;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.schemas.bed.BedName;

/**
 * Collects the stays that the lists of beds name, as the newest lists say. A stay that disappears from the list of a bed before its end was
 * listed there by mistake: its admission was cancelled, or the patient was on another bed. An ended one disappears because a list is short.
 */
final class ListedStays {
    private final Map<String, Map<String, List<Stay>>> byStay = new TreeMap<>();
    private final Map<String, Set<String>> onBed = new HashMap<>();

    /**
     * Holds the time of one patient in the ward.
     *
     * @param first time on the first bed
     * @param last time on the last bed; its end is that of the stay
     */
    record ListedStay(Stay first, Stay last) {
        static ListedStay of(Collection<Stay> times) {
            Comparator<Stay> byStart = Comparator.comparing(Stay::getFrom);
            return new ListedStay(
                    times.stream().min(byStart).orElseThrow(),
                    times.stream().max(byStart).orElseThrow());
        }

        /** Returns true when the patient was in the ward in a period. */
        boolean isIn(PartitionPeriod period) {
            return first.getFrom().isBefore(period.to())
                    && (last.getUntil() == null || last.getUntil().isAfter(period.from()));
        }
    }

    /** Takes the newest list of a bed. That of a canary is left out. */
    void take(BedStays bed) {
        if (BedName.isCanary(bed.getBed())) {
            return;
        }
        Map<String, List<Stay>> listed = bed.getStays().stream().collect(Collectors.groupingBy(Stay::getStay));
        Set<String> before = onBed.put(bed.getBed(), Set.copyOf(listed.keySet()));
        if (before != null) {
            before.stream().filter(stay -> !listed.containsKey(stay)).forEach(stay -> leave(stay, bed.getBed()));
        }
        listed.forEach((stay, times) ->
                byStay.computeIfAbsent(stay, unseen -> new TreeMap<>()).put(bed.getBed(), times));
    }

    private void leave(String stay, String bed) {
        byStay.getOrDefault(stay, new TreeMap<>())
                .computeIfPresent(
                        bed, (name, times) -> ListedStay.of(times).last().getUntil() == null ? null : times);
    }

    /** Returns the stays by their pseudonyms. */
    Stream<ListedStay> all() {
        return byStay.values().stream()
                .map(beds -> beds.values().stream().flatMap(List::stream).toList())
                .filter(times -> !times.isEmpty())
                .map(ListedStay::of);
    }
}
