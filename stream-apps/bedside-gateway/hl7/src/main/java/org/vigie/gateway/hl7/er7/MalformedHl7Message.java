package org.vigie.gateway.hl7.er7;

/** Signals a message that cannot be read. The sender gets AR with the error. */
public final class MalformedHl7Message extends Exception {
    private static final long serialVersionUID = 1;

    private final Hl7Error error;

    public MalformedHl7Message(String segment, int field, int code, String what) {
        super(what);
        this.error = new Hl7Error(segment, field, code, what);
    }

    /** Returns the place, the code and the text of the error. */
    public Hl7Error error() {
        return error;
    }
}
