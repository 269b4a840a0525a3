package org.vigie.cluster.flink;

/**
 * Names the ports of a Flink session cluster on loopback.
 *
 * @param rest port of the page and of the submission
 * @param rpc port at which the task managers find the job manager
 */
public record FlinkSessionPorts(int rest, int rpc) {}
