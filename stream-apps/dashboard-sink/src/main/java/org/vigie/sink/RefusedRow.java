package org.vigie.sink;

/** A row that the store refused, with its answer. */
record RefusedRow(StoreRow row, String answer) {}
