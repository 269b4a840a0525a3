package org.vigie.cluster;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;
import org.vigie.cluster.flink.FlinkJobSubmission;
import org.vigie.cluster.flink.FlinkSessionPlan;
import org.vigie.cluster.flink.FlinkSessionPorts;
import org.vigie.cluster.flink.TaskManagerPorts;
import org.vigie.cluster.process.ProcessPlan;

/** Plans all processes of a cluster. */
final class ClusterPlan {
    private static final String NODE = "org.vigie.cluster.node.";

    private final ClusterConfig config;
    private final VigieBuild build;
    private final NodePlans plans;
    private final AppEnvironment settings;
    private final String clusterId;

    ClusterPlan(ClusterConfig config) {
        this(config, VigieBuild.ofThisProcess(config.repository()));
    }

    /** @param build whose classes the processes run */
    ClusterPlan(ClusterConfig config, VigieBuild build) {
        this.config = config;
        this.build = build;
        this.plans = new NodePlans(config, build.classPath());
        this.settings = new AppEnvironment(config);
        this.clusterId = new Uuid(1, config.seed()).toString();
    }

    /** Plans one process. */
    ProcessPlan of(ClusterNode node) {
        return switch (node.kind()) {
            case BROKER -> broker(node);
            case REGISTRY -> registry(node);
            case STORE -> store(node);
            case FLINK_JOBMANAGER -> flink().jobManager();
            case FLINK_TASKMANAGER ->
                flink().taskManager(
                                node.number(),
                                new TaskManagerPorts(
                                        config.ports().second(node),
                                        config.ports().monitoring(node)));
            case MODEL_SERVER -> app(node, "modelserver");
            case VITALS_STREAMS -> app(node, "vitals");
            case ALERT_STREAMS -> app(node, "alerts");
            case ALERT_ANALYTICS -> app(node, "analytics");
            case DASHBOARD_SINK -> app(node, "sink");
            case STATION -> app(node, "station");
            case BEDSIDE_GATEWAY -> app(node, "gateway");
            case BEDSIDE_SIMULATOR -> app(node, "simulator");
        };
    }

    /** Returns how the job gets into the Flink cluster. */
    FlinkJobSubmission job() {
        return new FlinkJobFile(config, build).submission(rest());
    }

    private ProcessPlan app(ClusterNode node, String packageName) {
        return plans.app(node, "org.vigie." + packageName + ".Main", settings.of(node));
    }

    private ProcessPlan broker(ClusterNode node) {
        return plans.infrastructure(
                node,
                NODE + "BrokerMain",
                List.of(
                        clusterId,
                        Integer.toString(node.number()),
                        config.folder().state(node.name()).toString(),
                        Integer.toString(config.ports().service(node)),
                        voters()));
    }

    private String voters() {
        return NodeKind.BROKER.nodes().stream()
                .map(node -> node.number() + "@" + ClusterConfig.LOOPBACK + ":"
                        + config.ports().second(node))
                .collect(Collectors.joining(","));
    }

    private ProcessPlan registry(ClusterNode node) {
        String port = Integer.toString(config.ports().service(node));
        return plans.infrastructure(
                node,
                NODE + "RegistryMain",
                List.of(
                        config.kafka().bootstrapServers(),
                        port,
                        config.accessFolder().toString()),
                settings.audit());
    }

    private ProcessPlan store(ClusterNode node) {
        return plans.infrastructure(
                node,
                NODE + "StoreMain",
                List.of(
                        config.storeFolder().toString(),
                        Integer.toString(config.ports().service(node)),
                        Integer.toString(config.ports().second(node))));
    }

    private FlinkSessionPlan flink() {
        ClusterNode manager = ClusterNode.first(NodeKind.FLINK_JOBMANAGER);
        var ports = new FlinkSessionPorts(
                config.ports().service(manager),
                config.ports().second(manager),
                config.ports().monitoring(manager));
        return new FlinkSessionPlan(config.flinkLib(), config.folder(), ports, settings.ofFlinkJob());
    }

    private URI rest() {
        return URI.create("http://" + ClusterConfig.LOOPBACK + ":"
                + config.ports().service(ClusterNode.first(NodeKind.FLINK_JOBMANAGER)));
    }
}
