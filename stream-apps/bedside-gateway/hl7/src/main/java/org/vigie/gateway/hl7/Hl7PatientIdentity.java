package org.vigie.gateway.hl7;

import java.util.List;
import org.vigie.gateway.intake.PatientMovement.PatientDemographics;

/** Reads the identity of the patient from PID and MRG. */
final class Hl7PatientIdentity {
    /** Types of identifiers that stay the same within a hospital, the best first (HL7 table 0203). */
    private static final List<String> FOLLOWING = List.of("PI", "MR", "PT", "PID", "AN", "VN");

    /** Types of national and insurance numbers. They are used only when there is no other identifier. */
    private static final List<String> NATIONAL =
            List.of("SS", "NI", "INS", "INS-C", "INS-NIR", "NH", "PN", "DL", "PPN", "MC", "MA");

    private Hl7PatientIdentity() {}

    /** Returns the patient's identifier: the hospital's own in PID-3, else PID-2, else the account in PID-18. Empty when there is none. */
    static String patient(Hl7Segment pid) {
        String best = best(pid, 3);
        return !best.isEmpty() ? best : !pid.word(2).isEmpty() ? pid.word(2) : pid.word(18);
    }

    /** Returns the identifier that a merge removes (MRG-1). */
    static String merged(Hl7Segment mrg) {
        return best(mrg, 1);
    }

    private static String best(Hl7Segment segment, int field) {
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

    static PatientDemographics person(Hl7Segment pid) {
        return new PatientDemographics(pid.get(5, 1), pid.get(5, 2), pid.get(7), pid.get(8));
    }
}
