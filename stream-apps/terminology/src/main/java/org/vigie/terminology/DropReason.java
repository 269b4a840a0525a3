package org.vigie.terminology;

import java.util.Locale;

/** Lists the reasons why a sent element became neither an observation nor an alert. */
public enum DropReason {
    /** The code names no variable of the catalogue. It goes to the inbox of unmapped codes. */
    UNMAPPED_CODE,
    /** The codes of one value name different variables. */
    CONTRADICTING_CODES,
    /** The unit does not list the location. Values of the bed are published. Only the inbox uses this reason. */
    UNKNOWN_BED,
    /** The value has no code. */
    NO_CODE,
    /** The unit cannot be converted into the variable's unit. */
    UNKNOWN_UNIT,
    /** The unit is one of the variable and not of the code: urea in the unit of urea nitrogen. */
    CONTRADICTING_UNIT,
    /** The value has no unit, and several units are in use for its variable. */
    NO_UNIT,
    /** The value was set on a device and not measured. */
    SETTING,
    /** The row describes a device or its parts. */
    DEVICE_ROW,
    /** The row describes another row: a facet, an attribute, a quality mark. */
    ATTRIBUTE,
    /** The row names an operation of an infusion pump, such as the start of a delivery. What the pump delivers stands in other rows. */
    PUMP_EVENT,
    /** The value is a waveform. */
    WAVEFORM,
    /** The data type of the value (OBX-2) is missing or unknown. */
    UNKNOWN_TYPE,
    /** The value is text, and a number is expected. */
    TEXT,
    NOT_A_NUMBER,
    /** The value is a bound: "less than", "greater than". */
    BOUND,
    /** The value holds several numbers: a range, a ratio or a titre. */
    SEVERAL_NUMBERS,
    /** The value is a document, an image, or a reference to one. */
    DOCUMENT,
    /** The number means "no measurement". */
    NO_MEASUREMENT,
    /** No value was sent. */
    EMPTY,
    /** Neither the value nor any element above it has a time. */
    NO_TIME,
    /** The local time occurs twice on the sender's clock, when summer time ends. */
    AMBIGUOUS_TIME,
    /** The retraction has no known variable, or a test retracts the value. */
    RETRACTED,
    /** The sender has no result, or not yet. */
    NO_RESULT,
    /** A message of this type has no content for the ward. */
    OTHER_MESSAGE,
    /** The movement is in a training or debugging message. It moves no patient. */
    TEST,
    /** The message concerns several patients, and only one can be followed. */
    OTHER_PATIENT,
    /** The message holds another value of the same variable, source and instant, and that one is taken. */
    DUPLICATE_IN_MESSAGE,
    /** The XML element is in a namespace that FHIR does not define. */
    FOREIGN_ELEMENT,
    /** The time is filled and cannot be read, or its unit would have to be guessed. */
    UNREADABLE_TIME,
    /** Neither the message nor the census gives a bed. */
    NO_BED,
    /** An identical message was stored before. */
    SENT_AGAIN,
    /** The whole message is refused. */
    REFUSED,
    /** A fault of the gateway: the reading is neither published nor left out, or it is both. */
    UNACCOUNTED,
    /** A segment or a resource lacks a required element. */
    MALFORMED;

    /** Returns the reason in words: {@code unmapped code}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
