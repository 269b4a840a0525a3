package org.vigie.cluster;

/**
 * Assigns ports on loopback: ten for each process, all moved by {@code offset}, so that two clusters fit on one machine.
 *
 * @param offset at least 0
 */
public record ClusterPorts(int offset) {
    private static final int FIRST = 16_000;
    private static final int PER_NODE = 10;
    private static final int MOST = 16_000;

    public ClusterPorts {
        if (offset < 0 || offset > MOST) {
            throw new IllegalArgumentException("--port-offset: must lie in 0.." + MOST + ", was " + offset);
        }
    }

    /** Returns the port of the page that shows all processes. */
    public int statusPage() {
        return FIRST + offset;
    }

    /** Returns the port on which a process does its work. */
    public int service(ClusterNode node) {
        return FIRST + offset + PER_NODE * node.place();
    }

    /** Returns the second port of a process: controller, RPC, PostgreSQL, gRPC or FHIR. */
    public int second(ClusterNode node) {
        return service(node) + 1;
    }

    /** Returns the port of metrics and health. */
    public int monitoring(ClusterNode node) {
        return service(node) + 2;
    }
}
