package org.vigie.sink;

/** A row that the store refused, with its answer. */
record Refusal(Row row, String answer) {}
