package org.vigie.cluster;

import static org.vigie.cluster.NodeKind.ALERT_ANALYTICS;
import static org.vigie.cluster.NodeKind.ALERT_STREAMS;
import static org.vigie.cluster.NodeKind.BEDSIDE_GATEWAY;
import static org.vigie.cluster.NodeKind.DASHBOARD_SINK;
import static org.vigie.cluster.NodeKind.MODEL_SERVER;
import static org.vigie.cluster.NodeKind.STATION;
import static org.vigie.cluster.NodeKind.VITALS_STREAMS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vigie.cluster.process.ProcessPlan;

/**
 * Stops the processes of all apps and starts them again with the next build, one after the other, each when the one before works. Readers
 * of a topic come before its writers, so that a new field is known before it is written; on the way to an earlier build they come after
 * them. The Flink job is stopped with a savepoint and goes on from it. When a part does not work, all go back.
 */
public final class RollingRestart {
    private static final List<NodeKind> READERS =
            List.of(STATION, DASHBOARD_SINK, ALERT_ANALYTICS, ALERT_STREAMS, MODEL_SERVER);
    private static final List<NodeKind> WRITERS = List.of(VITALS_STREAMS, BEDSIDE_GATEWAY);

    private final RunningCluster cluster;
    private final List<VigieBuild> builds;
    private final ProcessRestart restart;
    private int current;
    private Optional<String> refusal = Optional.empty();

    /** @param builds in turn: each restart changes from one to the next, and from the last to the first */
    public RollingRestart(RunningCluster cluster, List<VigieBuild> builds) {
        this.cluster = cluster;
        this.builds = List.copyOf(builds);
        this.restart = new ProcessRestart(cluster);
    }

    /**
     * Restarts all apps with the next build. When one does not work with it, all of them run the build of before again.
     *
     * @throws IllegalStateException when an app does not work with the build of before either; the sentence names its log
     */
    public void run() throws InterruptedException {
        int next = (current + 1) % builds.size();
        refusal = new RestartSequence(steps(builds.get(current), builds.get(next))).run();
        if (refusal.isEmpty()) {
            current = next;
        }
    }

    /** Returns why the newest restart was taken back; empty when all apps run the next build. */
    public Optional<String> refusal() {
        return refusal;
    }

    private List<RestartStep> steps(VigieBuild from, VigieBuild to) {
        var before = new ClusterPlan(cluster.config(), from);
        var next = new ClusterPlan(cluster.config(), to);
        List<RestartStep> steps = new ArrayList<>(processes(READERS, next));
        steps.add(new JobStep(cluster.job(), before::job, next::job));
        steps.addAll(processes(WRITERS, next));
        if (to.isEarlier()) {
            Collections.reverse(steps);
        }
        return steps;
    }

    private List<RestartStep> processes(List<NodeKind> kinds, ClusterPlan next) {
        return kinds.stream()
                .flatMap(kind -> kind.nodes().stream())
                .<RestartStep>map(node -> new ProcessStep(node, restart, plan(node), next.of(node)))
                .toList();
    }

    /** Returns what a process runs now. */
    private ProcessPlan plan(ClusterNode node) {
        return cluster.processes().get(node.name()).plan();
    }
}
