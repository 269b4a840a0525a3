package org.vigie.gateway.intake;

import java.util.Locale;

/** Why something that was sent became neither an observation nor an alert. */
public enum DropReason {
    /** The code names no variable of the catalogue: it goes to the inbox of unmapped codes. */
    UNMAPPED_CODE,
    /** The codings of one value name different things: none is believed. */
    CONTRADICTING_CODES,
    /** A location that the unit does not list. It is watched all the same: only the inbox uses this. */
    UNKNOWN_BED,
    /** Nothing says what it is: no code at all. */
    NO_CODE,
    /** A unit that cannot be converted into the variable's. */
    UNKNOWN_UNIT,
    /** A variable whose number means nothing without its unit, sent without one. */
    NO_UNIT,
    /** What was set on a device, not what was measured. */
    SETTING,
    /** A row that describes a device or its parts. */
    DEVICE_ROW,
    /** A row that describes another row: a facet, an attribute, a quality mark. */
    ATTRIBUTE,
    /** A waveform: refused, counted. */
    WAVEFORM,
    /** The message does not say by a known name what kind of value it sends (OBX-2). */
    UNKNOWN_TYPE,
    /** Words where a number belongs. */
    TEXT,
    NOT_A_NUMBER,
    /** "less than", "greater than": a bound, not a value. */
    BOUND,
    /** A range, a ratio or a titre: several numbers in one. */
    SEVERAL_NUMBERS,
    /** A document, an image, a reference to one. */
    DOCUMENT,
    /** The sender's number for "no measurement". */
    NO_MEASUREMENT,
    /** No value was sent. */
    EMPTY,
    /** Neither the value nor anything above it says when it was measured. */
    NO_TIME,
    /** A local time that the sender's clock shows twice: the hour that is repeated in autumn. */
    AMBIGUOUS_TIME,
    /** Taken back, and it cannot be told what: no variable that is known here. Or only a test takes it back. */
    RETRACTED,
    /** The sender could not obtain a result, or has not got it yet. */
    NO_RESULT,
    /** A message of this kind carries nothing for the ward. */
    OTHER_MESSAGE,
    /** A movement of a training or debugging message: it moves nobody. */
    TEST,
    /** The message speaks of several patients, and one can be followed. */
    OTHER_PATIENT,
    /** The same variable of the same source and instant stands in the message once more, and one of both is taken. */
    DUPLICATE_IN_MESSAGE,
    /** An element that FHIR does not define: of another XML namespace. */
    FOREIGN_ELEMENT,
    /** The time is filled and cannot be read, or its unit would have to be guessed. */
    UNREADABLE_TIME,
    /** Nothing says on which bed: neither the message nor the census. */
    NO_BED,
    /** In a message that came before, byte for byte the same: what it says is stored already. */
    SENT_AGAIN,
    /** In a message of which nothing is taken. */
    REFUSED,
    /** The gateway's own fault: a reading of the message is neither published nor left out, or it is both. */
    UNACCOUNTED,
    /** A segment or a resource that lacks what it must have. */
    MALFORMED;

    /** As people read it: {@code unmapped code}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
