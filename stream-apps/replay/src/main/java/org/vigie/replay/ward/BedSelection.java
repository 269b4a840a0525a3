package org.vigie.replay.ward;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.bed.BedName;

/** Decides which beds and stays are replayed. Canaries are not. */
public final class BedSelection {
    /** Ends of the names of topics whose key is the bed. */
    private static final List<String> OF_BEDS = List.of("observations.raw", "stays.current", "alarms.bedside");

    private final Set<String> beds;
    private final Set<String> units;
    private final Set<String> stays = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    /**
     * Selects beds.
     *
     * @param beds names such as {@code REA/03}
     * @param units first parts of names; with no bed and no unit all beds are selected
     */
    public BedSelection(List<String> beds, List<String> units) {
        this.beds = Set.copyOf(beds);
        this.units = Set.copyOf(units);
    }

    /** Returns true when a record belongs to a selected bed, or to a stay on one. */
    boolean has(WardRecord record) {
        boolean isOfBed = OF_BEDS.stream().anyMatch(record.topic()::endsWith);
        return isOfBed ? hasBed(record.key()) : hasStay(record.key());
    }

    private boolean hasBed(String bed) {
        return !BedName.isCanary(bed) && (isAll() || beds.contains(bed) || units.contains(bed.split("/", 2)[0]));
    }

    /** Takes the stays on a selected bed. */
    void take(BedStays bed) {
        seen.add(bed.getBed());
        bed.getStays().forEach(stay -> take(stay.getStay()));
    }

    /** Takes a stay to which a selected reading belongs. */
    void take(String stay) {
        if (!isAll()) {
            stays.add(stay);
        }
    }

    /** Returns how many selected beds came. */
    int beds() {
        return seen.size();
    }

    private boolean hasStay(String stay) {
        return isAll() || stays.contains(stay);
    }

    private boolean isAll() {
        return beds.isEmpty() && units.isEmpty();
    }
}
