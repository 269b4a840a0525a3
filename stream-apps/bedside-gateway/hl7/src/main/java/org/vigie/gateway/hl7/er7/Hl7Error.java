package org.vigie.gateway.hl7.er7;

import java.io.Serializable;

/**
 * Describes an error of a message, as the ERR segment reports it.
 *
 * @param segment name of the segment; empty when the error concerns no segment
 * @param field number of the field, from 1; 0 for the whole segment
 * @param code error code of HL7 table 0357
 * @param text what is wrong; it never quotes what was sent
 */
public record Hl7Error(String segment, int field, int code, String text) implements Serializable {
    /** HL7 table 0357: segment sequence error. */
    public static final int SEQUENCE = 100;

    /** HL7 table 0357: required field missing. */
    public static final int REQUIRED_FIELD = 101;

    /** HL7 table 0357: unsupported message type. */
    public static final int MESSAGE_TYPE = 200;

    /** HL7 table 0357: application internal error. */
    public static final int INTERNAL = 207;

    /** Returns the error with its place: {@code MSH-9: no message type}. */
    public String words() {
        return segment + (field > 0 ? "-" + field : "") + ": " + text;
    }
}
