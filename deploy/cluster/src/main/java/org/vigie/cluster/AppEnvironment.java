package org.vigie.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.store.StoreAccount;

/** Gives each app the environment variables that set its configuration in a cluster. */
record AppEnvironment(ClusterConfig config) {
    /** Returns the variables of one process of an app. */
    Map<String, String> of(ClusterNode node) {
        Map<String, String> settings = new HashMap<>(own(node));
        if (node.kind() != NodeKind.MODEL_SERVER) {
            settings.putAll(kafka());
        }
        return settings;
    }

    /** Returns the variables that name the token of the Flink job. A build from before the tokens ignores them; in a file it refuses them. */
    Map<String, String> ofFlinkJob() {
        String token = config.wardToken().toString();
        return Map.of("VIGIE_KAFKA_REGISTRY_TOKEN_FILE", token, "VIGIE_SCORER_TOKEN_FILE", token);
    }

    private Map<String, String> own(ClusterNode node) {
        return switch (node.kind()) {
            case MODEL_SERVER -> modelServer(node);
            case VITALS_STREAMS, ALERT_STREAMS -> streams(node);
            case ALERT_ANALYTICS -> Map.of("VIGIE_STATE_DIR", state(node));
            case DASHBOARD_SINK -> sink();
            case STATION -> station(node);
            case BEDSIDE_GATEWAY -> gateway(node);
            case BEDSIDE_SIMULATOR -> simulator(node);
            default -> throw new IllegalArgumentException(node.name() + " is no app");
        };
    }

    private Map<String, String> kafka() {
        KafkaConnectionConfig kafka = config.kafka();
        return Map.of(
                "VIGIE_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "VIGIE_KAFKA_REGISTRY_URL", kafka.registryUrl(),
                "VIGIE_KAFKA_REGISTRY_TOKEN_FILE", config.wardToken().toString(),
                "VIGIE_KAFKA_NAMESPACE", kafka.namespace(),
                "VIGIE_KAFKA_PARTITIONS", Integer.toString(kafka.partitions()));
    }

    private Map<String, String> modelServer(ClusterNode node) {
        Map<String, String> settings = new HashMap<>(audit());
        settings.putAll(models(node));
        return settings;
    }

    /** Returns the variables of a server that publishes its refusals to the audit trail. */
    Map<String, String> audit() {
        Map<String, String> settings = new HashMap<>();
        kafka().forEach((key, value) -> settings.put(key.replace("VIGIE_", "VIGIE_AUDIT_"), value));
        settings.put("VIGIE_AUDIT_PUBLISHED", "true");
        return settings;
    }

    private Map<String, String> models(ClusterNode node) {
        return Map.of(
                "VIGIE_MODELS", config.models().toString(),
                "VIGIE_VERSIONS", "NEWEST",
                "VIGIE_WORKERS", "1",
                "VIGIE_ACCESS_TOKENS", config.wardToken().getParent().toString(),
                "VIGIE_HTTP_PORT", port(config.ports().service(node)),
                "VIGIE_GRPC_PORT", port(config.ports().second(node)));
    }

    private Map<String, String> streams(ClusterNode node) {
        return Map.of(
                "VIGIE_STATE_DIR", state(node), "VIGIE_INSTANCE", "'" + node.number() + "'", "VIGIE_STANDBYS", "1");
    }

    private Map<String, String> sink() {
        return Map.of(
                "VIGIE_STORE_URL",
                config.storeUrl(),
                "VIGIE_STORE_PASSWORD_FILE",
                StoreAccount.admin(config.storeFolder()).passwordFile().toString());
    }

    private Map<String, String> station(ClusterNode node) {
        String beds = IntStream.rangeClosed(1, config.beds())
                .mapToObj("REA/%02d"::formatted)
                .collect(Collectors.joining(", ", "[", "]"));
        return Map.of(
                "VIGIE_PORT",
                port(config.ports().service(node)),
                "VIGIE_BEDS",
                beds,
                "VIGIE_ACCESS_DIRECTORY",
                config.accessFolder().toString());
    }

    private Map<String, String> gateway(ClusterNode node) {
        return Map.of(
                "VIGIE_MLLP_PORT", port(config.ports().service(node)),
                "VIGIE_FHIR_PORT", port(config.ports().second(node)),
                "VIGIE_FHIR_TOKENS", config.wardToken().getParent().toString(),
                "VIGIE_KEYS", state(node),
                "VIGIE_CANARY_EVERY", "PT1S");
    }

    private Map<String, String> simulator(ClusterNode node) {
        return Map.of(
                "VIGIE_STATE_DIR", state(node),
                "VIGIE_SEED", Long.toString(config.seed()),
                "VIGIE_BEDS", Integer.toString(config.beds()),
                "VIGIE_BACKFILL_HOURS", Integer.toString(config.backfillHours()),
                "VIGIE_SCRIPTS", config.scripts(),
                "VIGIE_ARTEFACTS", Boolean.toString(config.artefacts()),
                "VIGIE_VARIABILITY", config.variability().name());
    }

    private String state(ClusterNode node) {
        return config.folder().state(node.name()).toString();
    }

    private static String port(int number) {
        return Integer.toString(number);
    }
}
