package org.vigie.station.stay;

import java.util.List;
import org.vigie.schemas.TriageSecondOpinionRecord;

/**
 * Shows the level of a triage model beside the level of the rules. It never replaces that level.
 *
 * @param level 1 (most urgent) to 5 on the model's own scale; absent when too little was known to go by
 * @param probabilities of levels 1 to 5
 * @param notesFr what was missing or not understood
 */
public record SecondLookSnapshot(
        Integer level, List<Double> probabilities, List<String> notesFr, List<String> notesEn, String model) {

    static SecondLookSnapshot of(TriageSecondOpinionRecord look) {
        return new SecondLookSnapshot(
                look.getLowEvidence() ? null : look.getLevel(),
                List.copyOf(look.getProbabilities()),
                List.copyOf(look.getNotesFr()),
                List.copyOf(look.getNotesEn()),
                look.getModel());
    }
}
