package org.vigie.extraction;

import java.time.LocalDateTime;

/** Inserts rows into the tables of OMOP, in the plain and in the French form. */
final class OmopRows {
    private static final int ICU = 32_037;

    private OmopRows() {}

    /** Inserts a person with visit, care site and, where the patient died, the death. */
    static void person(SampleTableRows rows, int number, boolean french) {
        LocalDateTime death = SampleWarehouse.died(number) ? SampleWarehouse.left(number) : null;
        int person = 10 + number;
        int born = 2150 - (50 + number);
        if (french) {
            rows.add("person", person, born, number % 2 == 0 ? "f" : "m", death);
        } else {
            rows.add("person", person, born, number % 2 == 0 ? 8532 : 8507);
        }
        if (!french && death != null) {
            rows.add("death", person, death.toLocalDate(), death);
        }
        LocalDateTime left = SampleWarehouse.left(number);
        rows.add("visit_occurrence", 100 + number, left.toLocalDate(), left);
        String site = SampleWarehouse.unit(number) + (french ? " REANIMATION" : "");
        rows.add("care_site", 900 + number, site);
    }

    /** Inserts a stay in intensive care. */
    static void stay(
            SampleTableRows rows, int number, boolean french, int id, LocalDateTime from, LocalDateTime until) {
        Object kind = french ? "RUM" : (Object) ICU;
        rows.add("visit_detail", id, 10 + number, 100 + number, 900 + number, from, until, kind);
    }

    /** Inserts the results of the first patient, in the codes and units of a French laboratory. */
    static void labs(SampleTableRows rows, boolean french) {
        for (SampleLab lab : SampleLab.values()) {
            rows.add("concept", lab.concept, lab.loinc, "LOINC");
            LocalDateTime at = SampleWarehouse.in(0).plusMinutes(lab.minute);
            measurement(rows, french, 0, at, lab.concept, lab.frenchUnit, lab.frenchValue);
        }
    }

    /** Inserts a measurement. In the French form a second, cancelled row stands beside it. */
    static void measurement(
            SampleTableRows rows,
            boolean french,
            int number,
            LocalDateTime at,
            int concept,
            String unit,
            double value) {
        if (french) {
            rows.add("measurement", 10 + number, at, 5_000 + concept, unit, value, "Validé");
            rows.add("measurement", 10 + number, at, 5_000 + concept, unit, 1.0, "Annulé");
        } else {
            rows.add("measurement", 10 + number, at, concept, 0, unit, value);
        }
    }
}
