package org.vigie.triage.model;

import java.util.List;
import java.util.Map;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.feature.TriageInput;
import org.vigie.triage.feature.TriageVisit;

/** What is to be said beside a level: what was missing, what was not understood. */
final class LevelCaveats {
    private static final List<TriageInput> VITALS =
            List.of(TriageInput.HR, TriageInput.RR, TriageInput.SBP, TriageInput.TEMP);
    private static final Map<TriageInput, String> FRENCH =
            Map.of(TriageInput.HR, "FC", TriageInput.RR, "FR", TriageInput.SBP, "PAS", TriageInput.TEMP, "T");
    /** Of the four vitals; fewer are too little when there is no complaint either. */
    private static final int ENOUGH = 3;

    private LevelCaveats() {}

    static boolean isEvidenceTooLow(TriageVisit visit, TriageEvidence evidence) {
        return evidence != TriageEvidence.COMPLAINT
                && VITALS.size() - missing(visit).size() < ENOUGH;
    }

    static void of(TriageVisit visit, TriageEvidence evidence, List<String> fr, List<String> en) {
        if (isEvidenceTooLow(visit, evidence)) {
            fr.add("Trop peu de données pour juger");
            en.add("Too little is known to judge");
        }
        if (evidence != TriageEvidence.COMPLAINT) {
            boolean told = !visit.complaint().isEmpty();
            fr.add(told ? "Motif non compris" : "Sans motif de recours");
            en.add(told ? "Complaint not understood" : "No complaint given");
        }
        List<TriageInput> missing = missing(visit);
        if (!missing.isEmpty()) {
            fr.add("Manque : "
                    + String.join(", ", missing.stream().map(FRENCH::get).toList()));
            en.add("Missing: "
                    + String.join(
                            ", ", missing.stream().map(TriageInput::column).toList()));
        }
        if (!visit.known().keySet().containsAll(List.of(TriageInput.AGE, TriageInput.SEX))) {
            fr.add("Âge ou sexe inconnu");
            en.add("Age or sex unknown");
        }
        if (visit.value(TriageInput.AGE) < 16) {
            fr.add("Moins de 16 ans : le modèle n'a appris que des adultes");
            en.add("Under 16: the model learnt from adults only");
        }
    }

    private static List<TriageInput> missing(TriageVisit visit) {
        return VITALS.stream()
                .filter(vital -> !visit.known().containsKey(vital))
                .toList();
    }
}
