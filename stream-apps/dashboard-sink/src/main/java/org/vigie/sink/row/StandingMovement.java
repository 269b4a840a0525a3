package org.vigie.sink.row;

import java.time.Instant;

/**
 * Names a movement that the newest record of its bed tells.
 *
 * @param bed at which somebody comes or goes
 * @param at time of the movement
 */
public record StandingMovement(String bed, Instant at) {}
