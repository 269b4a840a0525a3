package org.vigie.gateway.codes;

/**
 * Something that was left out, and why.
 *
 * @param segment HL7: {@code OBX[7]} is the seventh OBX; FHIR: the resource's path
 * @param field HL7: {@code OBX-5}; FHIR: {@code valueQuantity.value}
 * @param code {@code 147842^MDC_ECG_HEART_RATE^MDC}, as sent
 * @param value as sent, cut to 80 characters
 * @param unit as sent; empty when there is none
 */
public record Dropped(String segment, String field, String code, String value, Reason reason, String unit) {
    private static final int LONGEST = 80;

    public Dropped(String segment, String field, String code, String value, Reason reason) {
        this(segment, field, code, value, reason, "");
    }

    public Dropped {
        value = value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }
}
