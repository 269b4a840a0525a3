package org.vigie.terminology;

import java.util.Locale;

/** Lists the coding system that defines a code. */
public enum CodeSystem {
    /** ISO/IEEE 11073-10101, "MDC". */
    MDC,
    LOINC,
    UCUM,
    SNOMED,
    /** Any other system: a vendor's or a hospital's own. */
    LOCAL;

    /**
     * Returns the system of a name.
     *
     * @param name as in HL7 v2 (table 0396), as a URL of FHIR or as an OID; an empty name is {@link #LOCAL}
     */
    public static CodeSystem of(String name) {
        String plain = name.trim().toUpperCase(Locale.ROOT);
        if (plain.startsWith("URN:OID:")) {
            plain = plain.substring("URN:OID:".length());
        }
        return switch (plain) {
            case "MDC",
                    "MDIL",
                    "ISO11073",
                    "11073_10101",
                    "ISO11073_10101",
                    "URN:ISO:STD:ISO:11073:10101",
                    "2.16.840.1.113883.6.24" -> MDC;
            case "LN", "LOINC", "HTTP://LOINC.ORG", "2.16.840.1.113883.6.1" -> LOINC;
            case "UCUM", "HTTP://UNITSOFMEASURE.ORG", "2.16.840.1.113883.6.8" -> UCUM;
            case "SCT", "SNM", "SNOMED", "SNOMED-CT", "HTTP://SNOMED.INFO/SCT", "2.16.840.1.113883.6.96" -> SNOMED;
            default -> LOCAL;
        };
    }
}
