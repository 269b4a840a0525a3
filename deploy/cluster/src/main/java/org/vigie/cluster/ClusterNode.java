package org.vigie.cluster;

/**
 * Identifies one process of a cluster.
 *
 * @param number among the processes of its kind, from 1
 */
public record ClusterNode(NodeKind kind, int number) {
    /** Returns the only process of a kind, or the first. */
    public static ClusterNode first(NodeKind kind) {
        return new ClusterNode(kind, 1);
    }

    /** Returns the name of the process, of its log and of its folder: {@code broker-1}, {@code station}. */
    public String name() {
        return kind.instances() == 1 ? kind.word() : kind.word() + "-" + number;
    }

    /** Returns the place among all processes, from 1. */
    int place() {
        return NodeKind.all().indexOf(this) + 1;
    }
}
