package org.vigie.cluster;

import java.time.Duration;
import java.util.List;
import org.vigie.cluster.process.ManagedProcess;
import org.vigie.cluster.process.ProcessPlan;

/** Stops a process of a running cluster, starts it again and waits until it works. */
record ProcessRestart(RunningCluster cluster) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Restarts a process as it was. @throws IllegalStateException when it does not work again; the sentence names its log */
    void restart(ClusterNode node) throws InterruptedException {
        restart(node, cluster.processes().get(node.name()).plan());
    }

    /**
     * Restarts a process by another plan.
     *
     * @throws IllegalStateException when it does not work again; the sentence names its log
     */
    void restart(ClusterNode node, ProcessPlan plan) throws InterruptedException {
        ManagedProcess process = cluster.processes().get(node.name());
        cluster.supervisor().leave(node.name());
        try {
            process.close();
            process.follow(plan);
            process.start();
        } finally {
            cluster.supervisor().watch(node.name());
        }
        cluster.processes().awaitHealthy(List.of(process), PATIENCE);
    }
}
