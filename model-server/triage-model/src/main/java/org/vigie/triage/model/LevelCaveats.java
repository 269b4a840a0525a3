package org.vigie.triage.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.signal.text.LocalizedText;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.feature.TriageInput;
import org.vigie.triage.feature.TriageVisit;

/** Writes the notes beside a level: which inputs were missing or were not understood. */
record LevelCaveats(TriageVisit visit, TriageEvidence evidence) {
    private static final List<TriageInput> VITALS =
            List.of(TriageInput.HR, TriageInput.RR, TriageInput.SBP, TriageInput.TEMP);
    private static final Map<TriageInput, String> FRENCH =
            Map.of(TriageInput.HR, "FC", TriageInput.RR, "FR", TriageInput.SBP, "PAS", TriageInput.TEMP, "T");
    /** Fewer of the four vital signs are too few without a complaint. */
    private static final int ENOUGH = 3;

    private static final int ADULT_YEARS = 16;

    /** Returns true when too little is known for a reliable level. */
    boolean isEvidenceTooLow() {
        return evidence != TriageEvidence.COMPLAINT && VITALS.size() - missing().size() < ENOUGH;
    }

    /** Returns the notes for the reader of the level. */
    List<LocalizedText> notes() {
        return Stream.of(tooLittleEvidence(), unusedComplaint(), missingVitals(), unknownPerson(), underAge())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<LocalizedText> tooLittleEvidence() {
        return when(isEvidenceTooLow(), "Trop peu de données pour juger", "Too little is known to judge");
    }

    private Optional<LocalizedText> unusedComplaint() {
        boolean unused = evidence != TriageEvidence.COMPLAINT;
        return visit.complaint().isEmpty()
                ? when(unused, "Sans motif de recours", "No complaint given")
                : when(unused, "Motif non compris", "Complaint not understood");
    }

    private Optional<LocalizedText> missingVitals() {
        String fr = missing().stream().map(FRENCH::get).collect(Collectors.joining(", "));
        String en = missing().stream().map(TriageInput::column).collect(Collectors.joining(", "));
        return when(!missing().isEmpty(), "Manque : " + fr, "Missing: " + en);
    }

    private Optional<LocalizedText> unknownPerson() {
        boolean known = visit.known().keySet().containsAll(List.of(TriageInput.AGE, TriageInput.SEX));
        return when(!known, "Âge ou sexe inconnu", "Age or sex unknown");
    }

    private Optional<LocalizedText> underAge() {
        return when(
                visit.value(TriageInput.AGE) < ADULT_YEARS,
                "Moins de 16 ans : le modèle n'a appris que des adultes",
                "Under 16: the model learnt from adults only");
    }

    private static Optional<LocalizedText> when(boolean holds, String fr, String en) {
        return holds ? Optional.of(new LocalizedText(fr, en)) : Optional.empty();
    }

    private List<TriageInput> missing() {
        return VITALS.stream()
                .filter(vital -> !visit.known().containsKey(vital))
                .toList();
    }
}
