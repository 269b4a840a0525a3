package org.vigie.simulator;

/** What the broker has taken since this process began: records on observations.raw, and the readings in them. */
public record PublishedCount(long observations, long readings) {}
