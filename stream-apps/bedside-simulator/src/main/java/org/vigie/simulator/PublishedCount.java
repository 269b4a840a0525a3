package org.vigie.simulator;

/** Number of records on observations.raw, and of the readings in them, that the broker stored since this process began. */
public record PublishedCount(long observations, long readings) {}
