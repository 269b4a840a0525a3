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
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.schemas.Stay;

/**
 * Holds the claims of every bed, and applies movements to them. Immutable: a change that the broker does not take is dropped.
 *
 * <p>A patient is on one bed at a time. An admission or a transfer ends the open claim of the same patient on another bed. It never ends
 * claims of other patients: two open claims on one bed are a conflict, see {@link StayConflictResolver}. A discharge or a cancellation
 * concerns the visit that it names. An emergency visit that ends later does not end the stay that followed it.
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

    /** Returns the bed of a patient's open claim. */
    public Optional<String> bedOf(String patient) {
        return open(patient).map(Stay::getBed);
    }

    /** Returns the bed of a stay's open claim. */
    public Optional<String> bedOfStay(String stay) {
        return beds.values().stream()
                .flatMap(List::stream)
                .filter(claim -> StayClaim.isOpen(claim) && claim.getStay().equals(stay))
                .map(Stay::getBed)
                .findFirst();
    }

    /** Returns the patient's open claim, else the one that ended last. */
    public Optional<Stay> last(String patient) {
        return open(patient).or(() -> ofPatient(patient).stream().max(Comparator.comparing(Stay::getUntil)));
    }

    public BedCensus after(CensusChange change) {
        return switch (change.action()) {
            case REGISTER -> change.bed().isEmpty() || liesElsewhere(change) ? this : placed(change);
            case ADMIT, TRANSFER -> change.bed().isEmpty() ? this : placed(change);
            case DISCHARGE -> discharged(change);
            case UPDATE -> updated(change);
            case CANCEL_ADMIT -> admissionCancelled(change);
            case CANCEL_TRANSFER -> transferCancelled(change);
            case CANCEL_DISCHARGE -> dischargeCancelled(change);
            case MERGE -> merged(change);
            case NONE -> this;
        };
    }

    private boolean liesElsewhere(CensusChange change) {
        return open(change.patient())
                .filter(claim -> !claim.getBed().equals(change.bed()))
                .isPresent();
    }

    private BedCensus placed(CensusChange change) {
        Optional<Stay> open = open(change.patient());
        if (open.isPresent() && open.get().getBed().equals(change.bed())) {
            return updated(change);
        }
        if (change.action() == MovementAction.TRANSFER && open.isPresent() && isOver(change, open.get())) {
            return this;
        }
        Stay begun = StayClaim.begun(change);
        boolean older = open.filter(claim -> StayClaim.isOfAnotherVisit(claim, change)
                        && claim.getFrom().isAfter(change.at()))
                .isPresent();
        return older
                ? plus(StayClaim.endedAt(begun, open.get().getFrom()))
                : leftFor(change).plus(begun);
    }

    /** Says whether a transfer belongs to a visit that another visit has ended. Such a transfer moves nobody. */
    private boolean isOver(CensusChange change, Stay open) {
        return StayClaim.isOfAnotherVisit(open, change)
                && !open.getBed().equals(change.priorBed())
                && ofPatient(change.patient()).stream().anyMatch(claim -> StayClaim.isOfVisit(claim, change));
    }

    /** Ends the open claims of the patient on other beds. */
    private BedCensus leftFor(CensusChange change) {
        return replacedAll(
                claim -> StayClaim.isOpen(claim) && claim.getPatient().equals(change.patient()),
                claim -> StayClaim.endedAt(claim, change.at()));
    }

    private BedCensus discharged(CensusChange change) {
        return replacedAll(
                claim -> StayClaim.isOpen(claim) && StayClaim.isMeant(claim, change),
                claim -> StayClaim.endedAt(claim, change.at()));
    }

    private BedCensus updated(CensusChange change) {
        return replacedAll(
                claim -> StayClaim.isOpen(claim) && claim.getPatient().equals(change.patient()),
                claim -> StayClaim.updated(underItsVisit(claim, change), change));
    }

    /**
     * Gives a claim the visit number of a movement that names the bed of the claim, when that number is new for the patient. Some systems
     * send the number late, or change it.
     */
    private Stay underItsVisit(Stay claim, CensusChange change) {
        boolean isNew = ofPatient(change.patient()).stream().noneMatch(known -> StayClaim.isOfVisit(known, change));
        return change.hasVisit() && isNew && claim.getBed().equals(change.bed())
                ? StayClaim.under(claim, change.visit())
                : claim;
    }

    private BedCensus admissionCancelled(CensusChange change) {
        return open(change.patient())
                .filter(claim -> StayClaim.isMeant(claim, change))
                .map(this::without)
                .orElse(this);
    }

    /** Cancels a transfer: the patient was on the bed before all the time. */
    private BedCensus transferCancelled(CensusChange change) {
        Optional<Stay> open = open(change.patient()).filter(claim -> !StayClaim.isOfAnotherVisit(claim, change));
        if (open.isEmpty()) {
            return this;
        }
        BedCensus without = without(open.get());
        return without.endedLast(claim -> claim.getPatient().equals(change.patient()))
                .filter(claim -> claim.getUntil().equals(open.get().getFrom()))
                .map(claim -> without.replaced(claim, StayClaim.reopened(claim)))
                .orElse(this);
    }

    private BedCensus dischargeCancelled(CensusChange change) {
        return open(change.patient()).isPresent()
                ? this
                : endedLast(claim -> StayClaim.isMeant(claim, change))
                        .map(claim -> replaced(claim, StayClaim.reopened(claim)))
                        .orElse(this);
    }

    private BedCensus merged(CensusChange change) {
        return replacedAll(
                claim -> claim.getPatient().equals(change.priorPatient()),
                claim -> Stay.newBuilder(claim).setPatient(change.patient()).build());
    }

    private Optional<Stay> open(String patient) {
        return ofPatient(patient).stream().filter(StayClaim::isOpen).max(Comparator.comparing(Stay::getFrom));
    }

    private Optional<Stay> endedLast(Predicate<Stay> which) {
        return beds.values().stream()
                .flatMap(List::stream)
                .filter(claim -> !StayClaim.isOpen(claim) && which.test(claim))
                .max(Comparator.comparing(Stay::getUntil));
    }

    private List<Stay> ofPatient(String patient) {
        return beds.values().stream()
                .flatMap(List::stream)
                .filter(claim -> claim.getPatient().equals(patient))
                .toList();
    }

    private BedCensus plus(Stay claim) {
        List<Stay> claims = new ArrayList<>(claims(claim.getBed()));
        claims.add(claim);
        return with(claim.getBed(), claims);
    }

    private BedCensus without(Stay claim) {
        List<Stay> claims = new ArrayList<>(claims(claim.getBed()));
        claims.remove(claim);
        return with(claim.getBed(), claims);
    }

    private BedCensus replaced(Stay old, Stay changed) {
        return replacedAll(old::equals, claim -> changed);
    }

    private BedCensus replacedAll(Predicate<Stay> which, UnaryOperator<Stay> by) {
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
