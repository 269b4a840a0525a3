package org.vigie.cluster;

import static org.vigie.cluster.NodeKind.BROKER;
import static org.vigie.cluster.NodeKind.FLINK_JOBMANAGER;
import static org.vigie.cluster.NodeKind.FLINK_TASKMANAGER;
import static org.vigie.cluster.NodeKind.REGISTRY;
import static org.vigie.cluster.NodeKind.STORE;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Stops the brokers, the registry, the store and the processes of Flink and starts them again, one after the other. A broker follows when
 * every copy of every partition is in sync, a process of Flink when the job runs.
 */
public final class InfrastructureRestart {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final RunningCluster cluster;
    private final ProcessRestart restart;

    public InfrastructureRestart(RunningCluster cluster) {
        this.cluster = cluster;
        this.restart = new ProcessRestart(cluster);
    }

    /**
     * Restarts all of them with the build that they run.
     *
     * @throws IllegalStateException when one does not work again; the sentence says what is missing
     */
    public void run() throws InterruptedException {
        var replicas = new ReplicaCheck(cluster.kafka());
        replicas.awaitInSync(PATIENCE);
        for (ClusterNode broker : BROKER.nodes()) {
            restart.restart(broker);
            replicas.awaitInSync(PATIENCE);
        }
        for (NodeKind kind : List.of(REGISTRY, STORE)) {
            restart.restart(ClusterNode.first(kind));
        }
        restartFlink();
    }

    private void restartFlink() throws InterruptedException {
        for (NodeKind kind : List.of(FLINK_TASKMANAGER, FLINK_JOBMANAGER)) {
            for (ClusterNode node : kind.nodes()) {
                restart.restart(node);
                awaitJob();
            }
        }
    }

    private void awaitJob() throws InterruptedException {
        try {
            cluster.job().awaitRunning(PATIENCE);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
