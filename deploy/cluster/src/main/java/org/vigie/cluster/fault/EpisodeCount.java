package org.vigie.cluster.fault;

/**
 * Counts the true episodes and their alarms.
 *
 * @param episodes deteriorations that have ended
 * @param lost episodes without an alarm
 * @param doubled alarms beyond one of each episode
 */
public record EpisodeCount(int episodes, int lost, int doubled) {}
