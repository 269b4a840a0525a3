package org.vigie.cluster.flink;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lists Flink's own settings of the processes of a small session cluster on loopback. */
record FlinkProcessConfig(FlinkSessionPorts ports) {
    private static final String LOOPBACK = "127.0.0.1";

    Map<String, String> jobManager(Path state) {
        Map<String, String> settings = shared(state, ports.monitoring());
        settings.put("rest.bind-address", LOOPBACK);
        settings.put("web.submit.enable", "true");
        // Any program of this machine may submit a job; a foreign page in a browser may not.
        settings.put("vigie.web.loopback", "true");
        settings.put("web.access-control-allow-origin", "http://" + LOOPBACK + ":" + ports.rest());
        settings.put("web.upload.dir", state.resolve("uploads").toString());
        return settings;
    }

    Map<String, String> taskManager(String name, TaskManagerPorts own, Path state) {
        Map<String, String> settings = shared(state, own.monitoring());
        settings.put("taskmanager.host", LOOPBACK);
        settings.put("taskmanager.bind-host", LOOPBACK);
        settings.put("taskmanager.rpc.port", Integer.toString(own.rpc()));
        settings.put("taskmanager.resource-id", name);
        settings.put("taskmanager.numberOfTaskSlots", "2");
        settings.putAll(memory());
        return settings;
    }

    private Map<String, String> shared(Path state, int monitoring) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("metrics.reporters", "vigie");
        settings.put(
                "metrics.reporter.vigie.factory.class", "org.vigie.risk.monitoring.FlinkMonitoringReporterFactory");
        settings.put("metrics.reporter.vigie.port", Integer.toString(monitoring));
        settings.put("jobmanager.rpc.address", LOOPBACK);
        settings.put("jobmanager.rpc.port", Integer.toString(ports.rpc()));
        settings.put("jobmanager.bind-host", LOOPBACK);
        settings.put("rest.address", LOOPBACK);
        settings.put("rest.port", Integer.toString(ports.rest()));
        settings.put("state.backend.type", "rocksdb");
        settings.put("execution.checkpointing.incremental", "true");
        settings.put("io.tmp.dirs", state.resolve("tmp").toString());
        // A task manager that was killed is noticed after 6 s, not after 50 s.
        settings.put("heartbeat.interval", "1000");
        settings.put("heartbeat.timeout", "6000");
        settings.put("restart-strategy.exponential-delay.initial-backoff", "500ms");
        settings.put("restart-strategy.exponential-delay.max-backoff", "5s");
        return settings;
    }

    /** Without Flink's start scripts each part of the memory must be named. */
    private static Map<String, String> memory() {
        return Map.ofEntries(
                Map.entry("taskmanager.cpu.cores", "2"),
                Map.entry("taskmanager.memory.framework.heap.size", "64m"),
                Map.entry("taskmanager.memory.framework.off-heap.size", "64m"),
                Map.entry("taskmanager.memory.task.heap.size", "256m"),
                Map.entry("taskmanager.memory.task.off-heap.size", "0m"),
                Map.entry("taskmanager.memory.managed.size", "64m"),
                Map.entry("taskmanager.memory.network.min", "32m"),
                Map.entry("taskmanager.memory.network.max", "32m"),
                Map.entry("taskmanager.memory.jvm-metaspace.size", "192m"),
                Map.entry("taskmanager.memory.jvm-overhead.min", "64m"),
                Map.entry("taskmanager.memory.jvm-overhead.max", "64m"));
    }
}
