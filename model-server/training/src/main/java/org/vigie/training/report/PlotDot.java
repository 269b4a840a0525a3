package org.vigie.training.report;

/** Marks the centre of a dot. */
record PlotDot(String x, String y) {}
