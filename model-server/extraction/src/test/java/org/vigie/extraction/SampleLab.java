package org.vigie.extraction;

/** Lists results of the first made-up patient as MIMIC-IV holds them, and as a French laboratory sends the same ones. */
enum SampleLab {
    CREATININE(109, 100, 50_912, 1.13122, "14682-9", "umol/L", 100),
    GLUCOSE(110, 101, 50_931, 72.064, "14749-6", "mmol/L", 4),
    UREA(111, 102, 51_006, 14, "22664-7", "mmol/L", 5),
    BILIRUBIN(112, 103, 50_885, 1.16959, "14631-6", "µmol/L", 20);

    /** Id of the concept of the code. */
    final int concept;

    /** Minutes from the admission to the measurement. */
    final int minute;

    final int item;
    final double value;
    final String loinc;
    final String frenchUnit;
    final double frenchValue;

    SampleLab(int concept, int minute, int item, double value, String loinc, String frenchUnit, double frenchValue) {
        this.concept = concept;
        this.minute = minute;
        this.item = item;
        this.value = value;
        this.loinc = loinc;
        this.frenchUnit = frenchUnit;
        this.frenchValue = frenchValue;
    }
}
