package org.vigie.cluster;

import java.nio.file.Path;
import org.vigie.access.server.ProgramAccess;
import org.vigie.access.server.ProgramAccessConfig;
import org.vigie.cluster.process.ProcessFolder;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.simulator.patient.PatientVariability;

/**
 * Configures a cluster.
 *
 * @param folder of all logs, process ids, data and configuration
 * @param beds with a patient each
 * @param seed of the simulated patients
 * @param backfillHours hours of each bed's past that are sent first
 * @param scripts what happens to the simulated patients
 * @param artefacts whether equipment and network give trouble
 * @param variability how much the simulated patients vary without an event
 * @param repository folder of Vigie, with the models and with Flink's jars
 */
public record ClusterConfig(
        ProcessFolder folder,
        ClusterPorts ports,
        int beds,
        long seed,
        int backfillHours,
        String scripts,
        boolean artefacts,
        PatientVariability variability,
        Path repository) {
    static final int PARTITIONS = 4;
    static final String LOOPBACK = "127.0.0.1";

    public KafkaConnectionConfig kafka() {
        String brokers = String.join(
                ",",
                NodeKind.BROKER.nodes().stream()
                        .map(node -> LOOPBACK + ":" + ports.service(node))
                        .toList());
        return new KafkaConnectionConfig(brokers, url(ClusterNode.first(NodeKind.REGISTRY)), "ward", PARTITIONS)
                .withRegistryToken(wardToken());
    }

    /** Returns the address of the store's REST interface. */
    String storeUrl() {
        return url(ClusterNode.first(NodeKind.STORE));
    }

    /** Returns the folder of the store, with its passwords. */
    Path storeFolder() {
        return folder.state(NodeKind.STORE.word());
    }

    /** Returns the file of the token with which the apps ask the registry and the model server. */
    Path wardToken() {
        return ProgramAccessConfig.in(accessFolder()).tokens().resolve(ProgramAccess.WARD);
    }

    /** Returns the folder with the secrets of the station's log-in and of the programs. */
    Path accessFolder() {
        return folder.state("station").resolve("access");
    }

    /** Returns the address of the station's page. */
    String stationUrl() {
        return url(ClusterNode.first(NodeKind.STATION));
    }

    /** Returns the port of the gateway's MLLP receiver. */
    public int mllpPort() {
        return ports.service(ClusterNode.first(NodeKind.BEDSIDE_GATEWAY));
    }

    /** Returns the address of the first model server. */
    public String modelServerUrl() {
        return "grpc://" + LOOPBACK + ":" + ports.second(ClusterNode.first(NodeKind.MODEL_SERVER));
    }

    /** Returns the same cluster whose patients do what a table says, and nothing else. */
    public ClusterConfig withScenario(Path table) {
        return new ClusterConfig(
                folder, ports, beds, seed, backfillHours, table.toString(), false, PatientVariability.NONE, repository);
    }

    Path models() {
        return repository.resolve("model-server/models").toAbsolutePath().normalize();
    }

    Path flinkLib() {
        return repository.resolve("deploy/flink-session/target/lib");
    }

    private String url(ClusterNode node) {
        return "http://" + LOOPBACK + ":" + ports.service(node);
    }
}
