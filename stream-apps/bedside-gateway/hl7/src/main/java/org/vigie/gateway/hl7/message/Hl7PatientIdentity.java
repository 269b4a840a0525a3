package org.vigie.gateway.hl7.message;

import java.util.List;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.intake.PatientMovement.PatientDemographics;

/**
 * Describes the identity of a patient.
 *
 * @param segment PID, or MRG for the identifier that a merge removes
 */
public record Hl7PatientIdentity(Hl7Segment segment) {
    /** Types of identifiers that stay the same within a hospital, the best first (HL7 table 0203). */
    private static final List<String> FOLLOWING = List.of("PI", "MR", "PT", "PID", "AN", "VN");

    /** Types of national and insurance numbers. They are used only when there is no other identifier. */
    private static final List<String> NATIONAL =
            List.of("SS", "NI", "INS", "INS-C", "INS-NIR", "NH", "PN", "DL", "PPN", "MC", "MA");

    /** Returns the patient's identifier: the hospital's own in PID-3, else PID-2, else the account in PID-18. Empty when there is none. */
    public String patient() {
        String best = best(3);
        return !best.isEmpty() ? best : !segment.word(2).isEmpty() ? segment.word(2) : segment.word(18);
    }

    /** Returns the identifier that a merge removes (MRG-1). */
    public String merged() {
        return best(1);
    }

    private String best(int field) {
        String best = "";
        int bestRank = Integer.MAX_VALUE;
        for (String repetition : segment.repetitions(field)) {
            String id = segment.word(repetition, 1);
            int rank = rank(segment.component(repetition, 5));
            if (!id.isEmpty() && rank < bestRank) {
                best = id;
                bestRank = rank;
            }
        }
        return best;
    }

    private static int rank(String type) {
        int following = FOLLOWING.indexOf(type);
        return following >= 0 ? following : NATIONAL.contains(type) ? 100 : 50;
    }

    public PatientDemographics person() {
        return new PatientDemographics(segment.get(5, 1), segment.get(5, 2), segment.get(7), segment.get(8));
    }
}
