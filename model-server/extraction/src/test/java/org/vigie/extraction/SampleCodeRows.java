package org.vigie.extraction;

import java.time.LocalDateTime;

/** Adds the codes of the first made-up patient: a respiratory failure, a tracheal tube, and norepinephrine in the unit and after it. */
record SampleCodeRows(SampleTableRows rows) {
    private static final int VISIT = 100;

    void add(WarehouseLayout layout) {
        switch (layout) {
            case MIMIC_IV -> mimic();
            case OMOP -> omop();
            case EDS -> french();
        }
    }

    private void mimic() {
        rows.add("mimiciv_hosp.diagnoses_icd", VISIT, "J9600", 10);
        rows.add("mimiciv_hosp.diagnoses_icd", VISIT, "51881", 9);
        rows.add("mimiciv_hosp.procedures_icd", VISIT, at(60).toLocalDate(), "0BH17EZ", 10);
        rows.add("mimiciv_hosp.prescriptions", VISIT, at(30), "00409121801");
        rows.add("mimiciv_hosp.prescriptions", VISIT, at(40), "0");
        rows.add("mimiciv_hosp.prescriptions", VISIT, at(9_000), "00409121801");
    }

    private void omop() {
        rows.add("concept", 201, "J96.0", "ICD10");
        rows.add("concept", 202, "GLLD015", "CCAM");
        rows.add("concept", 203, "C01CA03", "ATC");
        rows.add("concept", 204, "C01CA", "ATC");
        rows.add("concept_ancestor", 203, 250);
        rows.add("concept_ancestor", 204, 250);
        rows.add("condition_occurrence", VISIT, 201, at(5));
        rows.add("procedure_occurrence", VISIT, 202, at(60));
        rows.add("drug_exposure", VISIT, 250, at(30));
        rows.add("drug_exposure", VISIT, 250, at(9_000));
    }

    private void french() {
        rows.add("concept", 203, "C01CA03", "ATC");
        rows.add("concept_relationship", 5_250, 203, "Maps to");
        rows.add("condition_occurrence", VISIT, "J96.0", at(5));
        rows.add("condition_occurrence", VISIT, "sans code", at(5));
        rows.add("procedure_occurrence", VISIT, "glld015 ", at(60));
        rows.add("drug_exposure", VISIT, 5_250, at(30));
        rows.add("drug_exposure", VISIT, 5_250, at(9_000));
    }

    private static LocalDateTime at(int minutes) {
        return SampleWarehouse.in(0).plusMinutes(minutes);
    }
}
