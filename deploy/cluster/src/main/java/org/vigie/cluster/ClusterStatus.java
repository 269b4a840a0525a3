package org.vigie.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.vigie.cluster.process.ManagedProcess;
import org.vigie.local.ResidentMemory;

/** Describes each process of a cluster: process id, state, health, memory and where its metrics are. */
final class ClusterStatus {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
            <title>Vigie cluster</title><style>
            body{font:14px system-ui,sans-serif;margin:24px;color:#1b2733} table{border-collapse:collapse}
            th,td{text-align:left;padding:4px 14px 4px 0;border-bottom:1px solid #d8dfe6} td.n{text-align:right}
            .UP{color:#0a6b3d} .STARTING{color:#8a5a00} .DOWN{color:#a8071a;font-weight:600}
            </style></head><body><h1>Vigie cluster</h1>
            <table><tr><th>process</th><th>pid</th><th>state</th><th>restarts</th><th>MiB</th><th>metrics</th></tr>
            """;

    private final RunningCluster cluster;
    private final Map<String, String> states = new ConcurrentHashMap<>();

    ClusterStatus(RunningCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Shows one process.
     *
     * @param state UP, STARTING (it runs but does not answer yet) or DOWN
     * @param mib resident memory
     * @param metrics address, or empty
     */
    record ProcessStatus(String name, long pid, String state, int restarts, long mib, String metrics) {}

    /** Returns all processes, in the order of their start. */
    List<ProcessStatus> processes() {
        List<ManagedProcess> all = cluster.processes().all();
        all.parallelStream().forEach(process -> states.put(process.plan().name(), state(process)));
        return all.stream().map(this::status).toList();
    }

    private static String state(ManagedProcess process) {
        if (!process.isAlive()) {
            return "DOWN";
        }
        return process.isHealthy() ? "UP" : "STARTING";
    }

    private ProcessStatus status(ManagedProcess process) {
        String name = process.plan().name();
        return new ProcessStatus(
                name,
                process.pid(),
                states.getOrDefault(name, "DOWN"),
                cluster.supervisor().restarts(name),
                ResidentMemory.of(process.pid()).mib(),
                process.plan().metrics().map(Object::toString).orElse(""));
    }

    /** Returns the page. Each text in it is a name or an address of this program. */
    String html() {
        String rows = processes().stream().map(ClusterStatus::row).collect(Collectors.joining("\n"));
        return HEAD + rows + "\n</table><p>Logs: "
                + cluster.config().folder().root().resolve("logs") + "</p><p><a href=\"" + cluster.page()
                + "\">the unit's page</a></p></body></html>\n";
    }

    private static String row(ProcessStatus process) {
        String link = process.metrics().isEmpty()
                ? ""
                : "<a href=\"%s\">%s</a>".formatted(process.metrics(), process.metrics());
        return "<tr><td>%s</td><td class=n>%d</td><td class=%s>%s</td><td class=n>%d</td><td class=n>%d</td><td>%s</td></tr>"
                .formatted(
                        process.name(),
                        process.pid(),
                        process.state(),
                        process.state(),
                        process.restarts(),
                        process.mib(),
                        link);
    }

    /** Returns the processes as JSON. */
    String json() {
        try {
            return JSON.writeValueAsString(processes());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The status cannot be written as JSON", e);
        }
    }
}
