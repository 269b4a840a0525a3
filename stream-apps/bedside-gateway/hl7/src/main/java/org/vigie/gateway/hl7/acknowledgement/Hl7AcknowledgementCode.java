package org.vigie.gateway.hl7.acknowledgement;

/** Lists the acknowledgement codes of HL7 table 0008, and {@link #NONE} for a sender that wants no answer. */
public enum Hl7AcknowledgementCode {
    /** Application accept: the message is stored. */
    AA,
    /** Application error: the message could not be stored, and the sender may send it again. */
    AE,
    /** Application reject: the message cannot be read, and the sender must not send it again. */
    AR,
    /** Commit accept, the accept acknowledgement of enhanced mode. */
    CA,
    /** Commit error. */
    CE,
    /** Commit reject. */
    CR,
    /** No acknowledgement is sent. */
    NONE;

    /** Returns the code as MSA-1 and {@code ./vigie hl7 read} show it: {@code AA}, {@code none}. */
    public String text() {
        return this == NONE ? "none" : name();
    }
}
