package org.vigie.cluster.flink;

/**
 * Names the ports of a task manager on loopback.
 *
 * @param rpc port at which the job manager finds it
 * @param monitoring port of its metrics and health
 */
public record TaskManagerPorts(int rpc, int monitoring) {}
