package org.vigie.alerts.state;

/**
 * Holds the output of a record in the store.
 *
 * @param storedAt wall-clock time in ms since 1970
 */
record StoredOutput(long storedAt, StayOutput output) implements AlertPart {}
