package org.vigie.training.report;

/** Places words on the drawing. */
record PlotText(String style, String x, String y, String words) {}
