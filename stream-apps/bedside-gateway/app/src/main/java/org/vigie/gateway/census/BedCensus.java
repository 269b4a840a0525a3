package org.vigie.gateway.census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.vigie.schemas.Stay;

/**
 * Holds the claims of every bed. Immutable: a change that the broker does not take is dropped. {@link CensusTransition} applies movements.
 */
public final class BedCensus {
    private static final int KEPT = 16;

    private final Map<String, List<Stay>> beds;

    private BedCensus(Map<String, List<Stay>> beds) {
        this.beds = beds;
    }

    public static BedCensus empty() {
        return new BedCensus(Map.of());
    }

    /** Returns this census with the claims of a bed. */
    public BedCensus with(String bed, List<Stay> claims) {
        Map<String, List<Stay>> changed = new HashMap<>(beds);
        changed.put(bed, inOrder(claims));
        return new BedCensus(changed);
    }

    public List<Stay> claims(String bed) {
        return beds.getOrDefault(bed, List.of());
    }

    /** Returns the beds on which two censuses differ. */
    public List<String> changedSince(BedCensus before) {
        Map<String, List<Stay>> all = new TreeMap<>(beds);
        all.keySet().removeIf(bed -> claims(bed).equals(before.claims(bed)));
        return List.copyOf(all.keySet());
    }

    /** Returns the patient's open claim, else the one that ended last. */
    public Optional<Stay> last(String patient) {
        return open(patient).or(() -> ofPatient(patient).stream().max(Comparator.comparing(Stay::getUntil)));
    }

    /** Returns the census after a movement. */
    public BedCensus after(CensusChange change) {
        return new CensusTransition(this, change).after();
    }

    /** Returns the patient's open claim that began last. */
    Optional<Stay> open(String patient) {
        return ofPatient(patient).stream().filter(StayClaim::isOpen).max(Comparator.comparing(Stay::getFrom));
    }

    /** Returns the open claim of a movement's patient that began last. Of two that are one stay it is that of the movement's visit. */
    Optional<Stay> open(CensusChange change) {
        return ofPatient(change.patient()).stream().filter(StayClaim::isOpen).max(StayClaim.byBegin(change));
    }

    Optional<Stay> endedLast(Predicate<Stay> which) {
        return all(claim -> !StayClaim.isOpen(claim) && which.test(claim)).stream()
                .max(Comparator.comparing(Stay::getUntil));
    }

    List<Stay> ofPatient(String patient) {
        return all(claim -> claim.getPatient().equals(patient));
    }

    List<Stay> all(Predicate<Stay> which) {
        return beds.values().stream().flatMap(List::stream).filter(which).toList();
    }

    BedCensus plus(Stay claim) {
        List<Stay> claims = new ArrayList<>(claims(claim.getBed()));
        claims.add(claim);
        return with(claim.getBed(), claims);
    }

    BedCensus without(Stay claim) {
        List<Stay> claims = new ArrayList<>(claims(claim.getBed()));
        claims.remove(claim);
        return with(claim.getBed(), claims);
    }

    BedCensus replaced(Stay old, Stay changed) {
        return replacedAll(old::equals, claim -> changed);
    }

    BedCensus replacedAll(Predicate<Stay> which, UnaryOperator<Stay> by) {
        Map<String, List<Stay>> changed = new HashMap<>(beds);
        changed.replaceAll((bed, claims) -> claims.stream()
                .map(claim -> which.test(claim) ? by.apply(claim) : claim)
                .toList());
        return new BedCensus(changed);
    }

    private static List<Stay> inOrder(List<Stay> claims) {
        List<Stay> sorted = new ArrayList<>(claims);
        sorted.sort(Comparator.comparing(Stay::getFrom));
        return List.copyOf(sorted.subList(Math.max(0, sorted.size() - KEPT), sorted.size()));
    }
}
