package org.vigie.local;

/** Identifies a record of the raw topic. */
record RawRecordId(int partition, long offset) {}
