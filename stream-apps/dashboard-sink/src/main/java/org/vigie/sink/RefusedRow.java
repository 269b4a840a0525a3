package org.vigie.sink;

/** Holds a row that the store refused, with the store's answer. */
record RefusedRow(StoreRow row, String answer) {}
