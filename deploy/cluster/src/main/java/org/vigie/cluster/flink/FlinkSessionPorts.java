package org.vigie.cluster.flink;

/**
 * Names the ports of the job manager of a Flink session cluster on loopback.
 *
 * @param rest port of the page and of the submission
 * @param rpc port at which the task managers find the job manager
 * @param monitoring port of its metrics and health
 */
public record FlinkSessionPorts(int rest, int rpc, int monitoring) {}
