package org.vigie.gateway.intake;

import org.vigie.terminology.DropReason;

/**
 * Describes an element of a message that is left out, with its reason.
 *
 * @param segment HL7: {@code OBX[7]} is the seventh OBX; FHIR: path of the resource
 * @param field HL7: {@code OBX-5}; FHIR: {@code valueQuantity.value}
 * @param code {@code 147842^MDC_ECG_HEART_RATE^MDC}, as sent
 * @param value as sent, cut to 80 characters
 * @param unit as sent; empty when there is none
 * @param readings how many readings of the message it stands for; 0 for movements, alarms and devices
 * @param expected what is expected in its place; empty when the reason says it
 */
public record DroppedElement(
        String segment,
        String field,
        String code,
        String value,
        DropReason reason,
        String unit,
        int readings,
        String expected) {
    private static final int LONGEST = 80;

    public DroppedElement(String segment, String field, String code, String value, DropReason reason) {
        this(segment, field, code, value, reason, "");
    }

    public DroppedElement(String segment, String field, String code, String value, DropReason reason, String unit) {
        this(segment, field, code, value, reason, unit, 0, "");
    }

    public DroppedElement {
        value = value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }

    /** Returns a copy that stands for this many readings. */
    public DroppedElement withReadings(int all) {
        return new DroppedElement(segment, field, code, value, reason, unit, all, expected);
    }

    /** Returns a copy with what is expected in its place. */
    public DroppedElement withExpected(String instead) {
        return new DroppedElement(segment, field, code, value, reason, unit, readings, instead);
    }
}
