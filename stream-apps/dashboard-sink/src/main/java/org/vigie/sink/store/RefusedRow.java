package org.vigie.sink.store;

import org.vigie.sink.row.StoreRow;

/** Holds a row that the store refused, with the store's answer. */
public record RefusedRow(StoreRow row, String answer) {}
