package org.vigie.triage.model;

import java.util.List;
import java.util.Map;
import org.vigie.triage.feature.Evidence;
import org.vigie.triage.visit.Input;
import org.vigie.triage.visit.Visit;

/** What is to be said beside a level: what was missing, what was not understood. */
final class Caveats {
    private static final List<Input> VITALS = List.of(Input.HR, Input.RR, Input.SBP, Input.TEMP);
    private static final Map<Input, String> FRENCH =
            Map.of(Input.HR, "FC", Input.RR, "FR", Input.SBP, "PAS", Input.TEMP, "T");
    /** Of the four vitals; fewer are too little when there is no complaint either. */
    private static final int ENOUGH = 3;

    private Caveats() {}

    static boolean tooLittle(Visit visit, Evidence evidence) {
        return evidence != Evidence.COMPLAINT && VITALS.size() - missing(visit).size() < ENOUGH;
    }

    static void of(Visit visit, Evidence evidence, List<String> fr, List<String> en) {
        if (tooLittle(visit, evidence)) {
            fr.add("Trop peu de données pour juger");
            en.add("Too little is known to judge");
        }
        if (evidence != Evidence.COMPLAINT) {
            boolean told = !visit.complaint().isEmpty();
            fr.add(told ? "Motif non compris" : "Sans motif de recours");
            en.add(told ? "Complaint not understood" : "No complaint given");
        }
        List<Input> missing = missing(visit);
        if (!missing.isEmpty()) {
            fr.add("Manque : "
                    + String.join(", ", missing.stream().map(FRENCH::get).toList()));
            en.add("Missing: "
                    + String.join(", ", missing.stream().map(Input::column).toList()));
        }
        if (!visit.known().keySet().containsAll(List.of(Input.AGE, Input.SEX))) {
            fr.add("Âge ou sexe inconnu");
            en.add("Age or sex unknown");
        }
        if (visit.value(Input.AGE) < 16) {
            fr.add("Moins de 16 ans : le modèle n'a appris que des adultes");
            en.add("Under 16: the model learnt from adults only");
        }
    }

    private static List<Input> missing(Visit visit) {
        return VITALS.stream()
                .filter(vital -> !visit.known().containsKey(vital))
                .toList();
    }
}
