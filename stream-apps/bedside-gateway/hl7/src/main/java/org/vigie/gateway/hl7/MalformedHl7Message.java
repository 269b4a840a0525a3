package org.vigie.gateway.hl7;

/** A message that cannot be taken: it gets AR. Says where, and HL7's number for why (table 0357). */
public final class MalformedHl7Message extends Exception {
    private static final long serialVersionUID = 1;

    /** HL7 table 0357. */
    public static final int SEQUENCE = 100;

    public static final int REQUIRED_FIELD = 101;
    public static final int DATA_TYPE = 102;
    public static final int MESSAGE_TYPE = 200;
    public static final int INTERNAL = 207;

    private final String segment;
    private final int field;
    private final int code;

    public MalformedHl7Message(String segment, int field, int code, String what) {
        super(what);
        this.segment = segment;
        this.field = field;
        this.code = code;
    }

    public String segment() {
        return segment;
    }

    /** From 1; 0 when the whole segment is meant. */
    public int field() {
        return field;
    }

    public int code() {
        return code;
    }

    /** {@code MSH-9: no message type}. */
    public String words() {
        return segment + (field > 0 ? "-" + field : "") + ": " + getMessage();
    }
}
