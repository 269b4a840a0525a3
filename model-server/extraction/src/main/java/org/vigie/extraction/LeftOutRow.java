package org.vigie.extraction;

/** Lists why a row of a warehouse is not extracted. */
enum LeftOutRow {
    /** No variable has this code. */
    UNKNOWN_CODE,
    /** The unit is no unit of the variable. */
    UNKNOWN_UNIT,
    /** The cohort form has no series for the variable. */
    NOT_IN_FORM,
    /** The value was measured after the hours that are extracted. */
    LATER,
    /** The code of a diagnosis, a procedure or a drug has not the form of its vocabulary. */
    INVALID_CODE
}
