package org.vigie.gateway.hl7;

import java.util.List;
import org.vigie.gateway.codes.Movement.Person;

/** Who a PID segment speaks of. */
final class Identity {
    /** Identifier types that follow a patient through a hospital, the best first (HL7 table 0203). */
    private static final List<String> FOLLOWING = List.of("PI", "MR", "PT", "PID", "AN", "VN");

    /** National and insurance numbers: never taken while there is any other. */
    private static final List<String> NATIONAL =
            List.of("SS", "NI", "INS", "INS-C", "INS-NIR", "NH", "PN", "DL", "PPN", "MC", "MA");

    private Identity() {}

    /** PID-3, of several identifiers the hospital's own; else PID-2, else the account in PID-18. Empty when there is none. */
    static String patient(Segment pid) {
        String best = best(pid, 3);
        return !best.isEmpty() ? best : !pid.word(2).isEmpty() ? pid.word(2) : pid.word(18);
    }

    /** The identifier that a merge does away with: MRG-1. */
    static String merged(Segment mrg) {
        return best(mrg, 1);
    }

    private static String best(Segment segment, int field) {
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

    static Person person(Segment pid) {
        return new Person(pid.get(5, 1), pid.get(5, 2), pid.get(7), pid.get(8));
    }
}
