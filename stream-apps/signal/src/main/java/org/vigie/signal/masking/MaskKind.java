package org.vigie.signal.masking;

/** Lists the direct identifiers that are masked, with the word that takes the place of each. */
public enum MaskKind {
    NAME("[NOM]"),
    BIRTH_DATE("[NAISSANCE]"),
    /** Number of the French national register (NIR), which is also the national health identity (INS). */
    NATIONAL_NUMBER("[NIR]"),
    TELEPHONE("[TEL]"),
    ADDRESS("[ADRESSE]"),
    MAIL("[MAIL]"),
    /** Number of a patient or of a stay in a hospital (IPP, NDA). */
    RECORD_NUMBER("[NUMERO]");

    private final String word;

    MaskKind(String word) {
        this.word = word;
    }

    /** Returns the word that stands in the masked text. */
    public String word() {
        return word;
    }
}
