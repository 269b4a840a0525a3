package org.vigie.simulator;

/** Counts the records on observations.raw, and the readings in them, that the broker stored since this process began. */
public record PublishedCount(long observations, long readings) {}
