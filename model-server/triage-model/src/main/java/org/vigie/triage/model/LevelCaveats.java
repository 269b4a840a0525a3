package org.vigie.triage.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.feature.TriageInput;
import org.vigie.triage.feature.TriageVisit;

/** The notes beside a level: which inputs were missing or were not understood. */
record LevelCaveats(TriageVisit visit, TriageEvidence evidence) {
    private static final List<TriageInput> VITALS =
            List.of(TriageInput.HR, TriageInput.RR, TriageInput.SBP, TriageInput.TEMP);
    private static final Map<TriageInput, String> FRENCH =
            Map.of(TriageInput.HR, "FC", TriageInput.RR, "FR", TriageInput.SBP, "PAS", TriageInput.TEMP, "T");
    /** Fewer of the four vital signs are too few without a complaint. */
    private static final int ENOUGH = 3;

    private static final int ADULT_YEARS = 16;

    /** A note in two languages. */
    private record LevelCaveat(String fr, String en) {}

    /** Whether too little is known for a level that can be trusted. */
    boolean isEvidenceTooLow() {
        return evidence != TriageEvidence.COMPLAINT && VITALS.size() - missing().size() < ENOUGH;
    }

    List<String> notesFr() {
        return caveats().stream().map(LevelCaveat::fr).toList();
    }

    List<String> notesEn() {
        return caveats().stream().map(LevelCaveat::en).toList();
    }

    private List<LevelCaveat> caveats() {
        List<LevelCaveat> caveats = new ArrayList<>();
        if (isEvidenceTooLow()) {
            caveats.add(new LevelCaveat("Trop peu de données pour juger", "Too little is known to judge"));
        }
        if (evidence != TriageEvidence.COMPLAINT) {
            caveats.add(
                    visit.complaint().isEmpty()
                            ? new LevelCaveat("Sans motif de recours", "No complaint given")
                            : new LevelCaveat("Motif non compris", "Complaint not understood"));
        }
        if (!missing().isEmpty()) {
            caveats.add(new LevelCaveat(
                    "Manque : "
                            + String.join(
                                    ", ", missing().stream().map(FRENCH::get).toList()),
                    "Missing: "
                            + String.join(
                                    ", ",
                                    missing().stream().map(TriageInput::column).toList())));
        }
        if (!visit.known().keySet().containsAll(List.of(TriageInput.AGE, TriageInput.SEX))) {
            caveats.add(new LevelCaveat("Âge ou sexe inconnu", "Age or sex unknown"));
        }
        if (visit.value(TriageInput.AGE) < ADULT_YEARS) {
            caveats.add(new LevelCaveat(
                    "Moins de 16 ans : le modèle n'a appris que des adultes",
                    "Under 16: the model learnt from adults only"));
        }
        return caveats;
    }

    private List<TriageInput> missing() {
        return VITALS.stream()
                .filter(vital -> !visit.known().containsKey(vital))
                .toList();
    }
}
