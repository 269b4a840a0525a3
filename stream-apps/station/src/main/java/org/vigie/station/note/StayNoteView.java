package org.vigie.station.note;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.Alert;

/** Holds the newest notes of each stay, by the entries of the ledger. */
public final class StayNoteView {
    private final Map<String, Alert> limitations = new HashMap<>();
    private final Map<String, Alert> nurses = new HashMap<>();
    private final Map<String, Map<String, Alert>> estimates = new HashMap<>();

    /** Returns whether the entry is a note about a stay. */
    public boolean take(Alert entry) {
        if (entry.getCommand() == null) {
            return false;
        }
        switch (entry.getState()) {
            case TREATMENT_LIMITATION_SET -> limitations.put(entry.getStay(), entry);
            case NURSE_ASSIGNED -> nurses.put(entry.getStay(), entry);
            case ESTIMATE_RECORDED ->
                estimates
                        .computeIfAbsent(entry.getStay(), stay -> new TreeMap<>())
                        .put(entry.getCommand().getBy(), entry);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Returns the notes of a stay. A nurse is in charge of a patient in one bed: a transfer ends the assignment. */
    public StayNotesSnapshot of(String stay, String bed) {
        return new StayNotesSnapshot(limitation(stay), nurse(stay, bed), estimates(stay));
    }

    private TreatmentLimitationSnapshot limitation(String stay) {
        Alert entry = limitations.get(stay);
        TreatmentLimitationSnapshot limitation = entry == null ? null : TreatmentLimitationSnapshot.of(entry);
        return limitation == null || limitation.limitation().equals(TreatmentLimitationSnapshot.NONE)
                ? null
                : limitation;
    }

    private AssignedNurseSnapshot nurse(String stay, String bed) {
        Alert entry = nurses.get(stay);
        AssignedNurseSnapshot nurse =
                entry == null || !entry.getBed().equals(bed) ? null : AssignedNurseSnapshot.of(entry);
        return nurse == null || nurse.nurse().isEmpty() ? null : nurse;
    }

    private List<OwnEstimateSnapshot> estimates(String stay) {
        return estimates.getOrDefault(stay, Map.of()).values().stream()
                .map(OwnEstimateSnapshot::of)
                .toList();
    }
}
