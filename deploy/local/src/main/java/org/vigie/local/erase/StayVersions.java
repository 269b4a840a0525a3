package org.vigie.local.erase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.schemas.Stay;

/**
 * Holds the newest version of each of a patient's stays on each bed. A claim and the stay that was made of it may end differently: both
 * count. An archive counts where the broker does not know the stay any more.
 */
final class StayVersions {
    /** Names the place of a version: the stay, its bed and its begin. */
    private record StayPlace(String stay, String bed, Instant from) {}

    private final Map<StayPlace, Map<String, Stay>> ofBroker = new LinkedHashMap<>();
    private final Map<StayPlace, Stay> archived = new LinkedHashMap<>();

    void put(String list, Stay stay) {
        ofBroker.computeIfAbsent(place(stay), place -> new LinkedHashMap<>()).put(list, stay);
    }

    void putArchived(Stay stay) {
        archived.put(place(stay), stay);
    }

    private static StayPlace place(Stay stay) {
        return new StayPlace(stay.getStay(), stay.getBed(), stay.getFrom());
    }

    /** Returns the pseudonyms of all stays and visits. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        Stream.concat(broker(), archived.values().stream())
                .flatMap(stay -> Stream.of(stay.getStay(), stay.getVisit()))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    List<BedPeriod> periods() {
        return Stream.concat(broker(), archiveAlone())
                .flatMap(stay -> period(stay).stream())
                .distinct()
                .toList();
    }

    /** Returns how many stays only an archive knows, and no archive their end. */
    long unended() {
        List<BedPeriod> periods = periods();
        return archiveAlone()
                .filter(stay -> stay.getUntil() == null)
                .filter(stay -> periods.stream().noneMatch(period -> period.holds(stay.getBed(), stay.getFrom())))
                .count();
    }

    /** Returns the time on the bed. An admission system sends whole seconds: the second in which the patient left belongs to it. */
    private static Optional<BedPeriod> period(Stay stay) {
        return Optional.ofNullable(stay.getUntil())
                .filter(until -> !until.isBefore(stay.getFrom()))
                .map(until -> until.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))
                .map(until -> new BedPeriod(stay.getBed(), stay.getFrom(), until));
    }

    private Stream<Stay> broker() {
        return ofBroker.values().stream().flatMap(stays -> stays.values().stream());
    }

    private Stream<Stay> archiveAlone() {
        return archived.entrySet().stream()
                .filter(stay -> !ofBroker.containsKey(stay.getKey()))
                .map(Map.Entry::getValue);
    }
}
