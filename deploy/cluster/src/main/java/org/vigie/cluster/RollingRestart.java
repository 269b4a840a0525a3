package org.vigie.cluster;

import static org.vigie.cluster.NodeKind.ALERT_ANALYTICS;
import static org.vigie.cluster.NodeKind.ALERT_STREAMS;
import static org.vigie.cluster.NodeKind.BEDSIDE_GATEWAY;
import static org.vigie.cluster.NodeKind.DASHBOARD_SINK;
import static org.vigie.cluster.NodeKind.MODEL_SERVER;
import static org.vigie.cluster.NodeKind.STATION;
import static org.vigie.cluster.NodeKind.VITALS_STREAMS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Stops the processes of all apps and starts them again, one after the other, each when the one before works. Readers of a topic come
 * before its writers, so that a new field is known before it is written. The Flink job is stopped with a savepoint and goes on from it.
 */
public final class RollingRestart {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<NodeKind> READERS =
            List.of(STATION, DASHBOARD_SINK, ALERT_ANALYTICS, ALERT_STREAMS, MODEL_SERVER);
    private static final List<NodeKind> WRITERS = List.of(VITALS_STREAMS, BEDSIDE_GATEWAY);

    private final RunningCluster cluster;
    private final List<VigieBuild> builds;
    private final ProcessRestart restart;
    private int restarts;

    /** @param builds in turn: each restart changes from one to the next, and from the last to the first */
    public RollingRestart(RunningCluster cluster, List<VigieBuild> builds) {
        this.cluster = cluster;
        this.builds = List.copyOf(builds);
        this.restart = new ProcessRestart(cluster);
    }

    /**
     * Restarts all apps with the next build.
     *
     * @throws IllegalStateException when an app does not work again; the sentence names its log
     */
    public void run() throws InterruptedException {
        restarts++;
        var plan = new ClusterPlan(cluster.config(), builds.get(restarts % builds.size()));
        restart(READERS, plan);
        restartJob(plan);
        restart(WRITERS, plan);
    }

    private void restart(List<NodeKind> kinds, ClusterPlan plan) throws InterruptedException {
        for (NodeKind kind : kinds) {
            for (ClusterNode node : kind.nodes()) {
                restart.restart(node, plan.of(node));
            }
        }
    }

    private void restartJob(ClusterPlan plan) throws InterruptedException {
        try {
            cluster.job().awaitRunning(PATIENCE);
            cluster.job().replace(plan.job());
            cluster.job().awaitRunning(PATIENCE);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
