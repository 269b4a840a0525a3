package org.vigie.inference.bundle;

/** Holds the numbers of measured cells and series below which a window gets no score. */
public record EvidenceFloor(int measuredCells, int measuredSeries) {}
