package org.vigie.cluster;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.cluster.process.ProcessPlan;

/**
 * Plans each Java process that runs on Vigie's own class path.
 *
 * @param classPath absolute paths, separated as the system separates them
 */
record NodePlans(ClusterConfig config, String classPath) {
    private static final List<String> SMALL_JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true");

    /** Native code shares two pools of memory, and TensorFlow's threads do not spin. */
    private static final Map<String, String> NATIVE = Map.of(
            "DJL_OFFLINE", "true",
            "TF_CPP_MIN_LOG_LEVEL", "2",
            "OMP_WAIT_POLICY", "PASSIVE",
            "MALLOC_ARENA_MAX", "2");

    /** Plans a part of the infrastructure, which answers on its first port and serves its metrics and health like an app. */
    ProcessPlan infrastructure(ClusterNode node, String mainClass, List<String> arguments) {
        return infrastructure(node, mainClass, arguments, Map.of());
    }

    /** Plans a part of the infrastructure with variables of its own. */
    ProcessPlan infrastructure(
            ClusterNode node, String mainClass, List<String> arguments, Map<String, String> environment) {
        URI health = URI.create("tcp://127.0.0.1:" + config.ports().service(node));
        return plan(node, mainClass, arguments, monitored(node, environment), health, metrics(node));
    }

    /** Plans an app, which serves its metrics and its health. */
    ProcessPlan app(ClusterNode node, String mainClass, Map<String, String> settings) {
        URI health = monitoring(node).resolve("/health/ready");
        return plan(node, mainClass, List.of(), monitored(node, settings), health, metrics(node));
    }

    private Map<String, String> monitored(ClusterNode node, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("VIGIE_MONITORING_PORT", Integer.toString(config.ports().monitoring(node)));
        return environment;
    }

    private Optional<URI> metrics(ClusterNode node) {
        return Optional.of(monitoring(node).resolve("/metrics"));
    }

    private URI monitoring(ClusterNode node) {
        return URI.create("http://127.0.0.1:" + config.ports().monitoring(node));
    }

    private ProcessPlan plan(
            ClusterNode node,
            String mainClass,
            List<String> arguments,
            Map<String, String> environment,
            URI health,
            Optional<URI> metrics) {
        List<String> options = new ArrayList<>(SMALL_JVM);
        options.add("-Xmx" + node.kind().heapMib() + "m");
        Map<String, String> all = new HashMap<>(NATIVE);
        all.putAll(environment);
        return new ProcessPlan(node.name(), options, classPath, mainClass, arguments, all, health, metrics);
    }
}
