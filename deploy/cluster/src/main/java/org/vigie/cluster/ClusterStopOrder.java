package org.vigie.cluster;

import static org.vigie.cluster.NodeKind.BEDSIDE_GATEWAY;
import static org.vigie.cluster.NodeKind.BEDSIDE_SIMULATOR;
import static org.vigie.cluster.NodeKind.BROKER;
import static org.vigie.cluster.NodeKind.FLINK_JOBMANAGER;
import static org.vigie.cluster.NodeKind.REGISTRY;
import static org.vigie.cluster.NodeKind.STATION;
import static org.vigie.cluster.NodeKind.STORE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.cluster.process.ManagedProcess;
import org.vigie.cluster.process.ProcessGroup;

/** Stops the processes of a cluster: the senders first, the brokers last. */
record ClusterStopOrder(ProcessGroup processes) {
    /** Kinds that stop at the same time, in the order in which they stop. */
    static final List<Set<NodeKind>> TOGETHER = List.of(
            EnumSet.of(BEDSIDE_SIMULATOR, BEDSIDE_GATEWAY),
            EnumSet.range(FLINK_JOBMANAGER, STATION),
            EnumSet.of(STORE, REGISTRY),
            EnumSet.of(BROKER));

    void stopAll() {
        for (Set<NodeKind> together : TOGETHER) {
            processes.stop(processes.all().stream()
                    .filter(process -> together.contains(kind(process)))
                    .toList());
        }
    }

    private static NodeKind kind(ManagedProcess process) {
        return NodeKind.all().stream()
                .filter(node -> node.name().equals(process.plan().name()))
                .findFirst()
                .orElseThrow()
                .kind();
    }
}
