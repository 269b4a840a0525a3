package org.vigie.gateway.intake;

/**
 * Something that was left out, and why.
 *
 * @param segment HL7: {@code OBX[7]} is the seventh OBX; FHIR: the resource's path
 * @param field HL7: {@code OBX-5}; FHIR: {@code valueQuantity.value}
 * @param code {@code 147842^MDC_ECG_HEART_RATE^MDC}, as sent
 * @param value as sent, cut to 80 characters
 * @param unit as sent; empty when there is none
 * @param readings how many readings of the message it stands for; 0 for what is no reading: a movement, an alarm, a device
 * @param expected what should have stood there; empty when the reason says it
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

    /** The same for this many readings. */
    public DroppedElement withReadings(int all) {
        return new DroppedElement(segment, field, code, value, reason, unit, all, expected);
    }

    /** The same with what should have stood there. */
    public DroppedElement withExpected(String instead) {
        return new DroppedElement(segment, field, code, value, reason, unit, readings, instead);
    }
}
