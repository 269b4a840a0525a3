package org.vigie.training.report;

/** Describes a line through points, in the style of a class of the style sheet. */
record PlotLine(String style, String points) {}
