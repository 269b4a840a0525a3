package org.vigie.cluster;

import static org.vigie.cluster.NodeKind.ALERT_ANALYTICS;
import static org.vigie.cluster.NodeKind.ALERT_STREAMS;
import static org.vigie.cluster.NodeKind.BEDSIDE_GATEWAY;
import static org.vigie.cluster.NodeKind.BEDSIDE_SIMULATOR;
import static org.vigie.cluster.NodeKind.BROKER;
import static org.vigie.cluster.NodeKind.DASHBOARD_SINK;
import static org.vigie.cluster.NodeKind.FLINK_JOBMANAGER;
import static org.vigie.cluster.NodeKind.FLINK_TASKMANAGER;
import static org.vigie.cluster.NodeKind.MODEL_SERVER;
import static org.vigie.cluster.NodeKind.REGISTRY;
import static org.vigie.cluster.NodeKind.STATION;
import static org.vigie.cluster.NodeKind.STORE;
import static org.vigie.cluster.NodeKind.VITALS_STREAMS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.access.AccessRole;
import org.vigie.access.audit.StartAudit;
import org.vigie.access.login.ApiTokens;
import org.vigie.access.server.ProgramAccess;
import org.vigie.cluster.process.ManagedProcess;
import org.vigie.cluster.process.ProcessGroup;
import org.vigie.local.RestoreNote;
import org.vigie.local.TopicChangeText;
import org.vigie.local.TopicProvisioner;
import org.vigie.local.TopicProvisioner.TopicsAnswer;
import org.vigie.local.TopicsConfig;
import org.vigie.local.WardConsole;

/** Starts the processes of a cluster, each one when what it needs is there. */
public final class ClusterStart {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final short COPIES = 3;
    private static final int IN_SYNC = 2;

    private final ClusterConfig config;
    private final WardConsole console;
    private final ClusterPlan plan;
    private final ProcessGroup processes;
    private volatile AutoCloseable running;

    public ClusterStart(ClusterConfig config, WardConsole console) {
        this(config, VigieBuild.ofThisProcess(config.repository()), console);
    }

    /** @param build whose classes the processes run */
    public ClusterStart(ClusterConfig config, VigieBuild build, WardConsole console) {
        this.config = config;
        this.console = console;
        this.plan = new ClusterPlan(config, build);
        this.processes = new ProcessGroup(config.folder());
        this.running = new ClusterStopOrder(processes)::stopAll;
    }

    /**
     * Starts everything. The beds begin to send their past last. All processes stop when this one is asked to end.
     *
     * @throws IllegalStateException when a process does not start; what was started is stopped
     */
    public RunningCluster run() throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            var unusedToken = new ApiTokens(config.wardToken().getParent()).own(ProgramAccess.WARD, AccessRole.SERVICE);
            startInfrastructure();
            var job = FlinkJobKeeper.start(plan.job());
            var cluster = new RunningCluster(config, processes, job);
            running = cluster;
            startApps();
            job.awaitRunning(PATIENCE);
            console.up("risk-flink", "the job runs on the Flink cluster");
            start(BEDSIDE_SIMULATOR);
            return cluster;
        } catch (Exception e) {
            stop();
            throw e;
        }
    }

    /** Runs when the start has failed, and when this process is asked to end. */
    private void stop() {
        try {
            running.close();
        } catch (Exception e) {
            console.print("Not every process was stopped: " + e.getMessage());
        }
    }

    private void startInfrastructure() throws Exception {
        List<ManagedProcess> brokers = start(BROKER);
        List<ManagedProcess> others = start(STORE, FLINK_JOBMANAGER, FLINK_TASKMANAGER, MODEL_SERVER);
        await(brokers);
        Optional<String> made = createTopics();
        await(start(REGISTRY));
        var audit = new StartAudit(config.kafka(), "cluster");
        made.ifPresent(audit::changed);
        new RestoreNote(config.folder().root()).record(audit::changed);
        await(others);
    }

    /** Returns what the audit trail says of the topics; empty when all of them were there. */
    private Optional<String> createTopics() throws Exception {
        var topics = new TopicsConfig(config.kafka(), COPIES, IN_SYNC, Map.of());
        TopicsAnswer answer = new TopicProvisioner(topics).run();
        console.up("topics", answer.created().size() + " created, 3 copies of each record");
        return new TopicChangeText(topics, answer).text();
    }

    private void startApps() throws InterruptedException {
        await(start(VITALS_STREAMS, ALERT_STREAMS, ALERT_ANALYTICS, DASHBOARD_SINK, STATION, BEDSIDE_GATEWAY));
    }

    private List<ManagedProcess> start(NodeKind... kinds) {
        List<ManagedProcess> started = new ArrayList<>();
        for (NodeKind kind : kinds) {
            kind.nodes().forEach(node -> started.add(processes.start(plan.of(node))));
        }
        return started;
    }

    private void await(List<ManagedProcess> started) throws InterruptedException {
        for (ManagedProcess process : started) {
            processes.awaitHealthy(List.of(process), PATIENCE);
            console.up(process.plan().name(), "process " + process.pid());
        }
    }
}
