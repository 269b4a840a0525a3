package org.vigie.cluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.cluster.ClusterStatusReport.ProcessStatus;
import org.vigie.cluster.process.ManagedProcess;
import org.vigie.local.ResidentMemory;

/** Observes each process of a cluster: process id, state, health, memory and where its metrics are. */
final class ClusterStatus {
    private final RunningCluster cluster;
    private final Map<String, String> states = new ConcurrentHashMap<>();

    ClusterStatus(RunningCluster cluster) {
        this.cluster = cluster;
    }

    /** Returns the present state of all processes, in the order of their start. */
    ClusterStatusReport report() {
        List<ManagedProcess> all = cluster.processes().all();
        all.parallelStream().forEach(process -> states.put(process.plan().name(), state(process)));
        return new ClusterStatusReport(
                all.stream().map(this::status).toList(),
                cluster.config().folder().root().resolve("logs").toString(),
                cluster.page().toString());
    }

    private static String state(ManagedProcess process) {
        if (!process.isAlive()) {
            return ProcessStatus.DOWN;
        }
        return process.isHealthy() ? ProcessStatus.UP : ProcessStatus.STARTING;
    }

    private ProcessStatus status(ManagedProcess process) {
        String name = process.plan().name();
        return new ProcessStatus(
                name,
                process.pid(),
                states.getOrDefault(name, ProcessStatus.DOWN),
                cluster.supervisor().restarts(name),
                ResidentMemory.of(process.pid()).mib(),
                process.plan().metrics().map(Object::toString).orElse(""));
    }
}
