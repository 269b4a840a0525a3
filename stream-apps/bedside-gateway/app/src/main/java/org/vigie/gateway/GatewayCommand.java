package org.vigie.gateway;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.access.AccessOperation;
import org.vigie.access.audit.CommandAudit;
import org.vigie.access.audit.StartAudit;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.gateway.identity.GatewayKeysets;
import org.vigie.platform.app.AppLifecycle;
import org.vigie.platform.config.ConfigLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Implements {@code ./vigie gateway}: runs the gateway against any broker. */
@Command(
        name = "gateway",
        description = {
            "Listens to bedside devices and the admission system, against any broker.",
            "An option overrides the configuration key that it names."
        })
public final class GatewayCommand implements Callable<Integer> {
    private static final String KEYS = "--keys";

    private final Map<String, String> environment = new HashMap<>(System.getenv());

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Configuration file (default: the defaults).")
    Optional<Path> file = Optional.empty();

    @Option(names = "--mllp-port", paramLabel = "N", description = "Port of HL7 v2 over MLLP: mllp.port.")
    void mllpPort(String port) {
        environment.put("VIGIE_MLLP_PORT", port);
    }

    @Option(names = "--fhir-port", paramLabel = "N", description = "Port of FHIR over HTTP: fhir.port.")
    void fhirPort(String port) {
        environment.put("VIGIE_FHIR_PORT", port);
    }

    @Option(names = "--mqtt", paramLabel = "URL", description = "MQTT broker to listen to: mqtt.url.")
    void mqtt(String url) {
        environment.put("VIGIE_MQTT_URL", url);
    }

    @Option(names = "--broker", paramLabel = "HOST:PORT", description = "Kafka broker: kafka.bootstrapServers.")
    void broker(String servers) {
        environment.put("VIGIE_KAFKA_BOOTSTRAP_SERVERS", servers);
    }

    @Option(names = "--registry", paramLabel = "URL", description = "Schema registry: kafka.registryUrl.")
    void registry(String url) {
        environment.put("VIGIE_KAFKA_REGISTRY_URL", url);
    }

    @Option(names = "--namespace", paramLabel = "NAME", description = "Namespace of the topics: kafka.namespace.")
    void namespace(String name) {
        environment.put("VIGIE_KAFKA_NAMESPACE", name);
    }

    @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone of times that have none: zone.")
    void zone(String zone) {
        environment.put("VIGIE_ZONE", zone);
    }

    @Option(
            names = KEYS,
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Folder of the secret keys; made when missing: keys.")
    void keys(Path folder) {
        environment.put("VIGIE_KEYS", folder.toString());
    }

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrides any other key of the configuration: --set mllp.host=192.0.2.1.")
    void set(Map<String, String> values) {
        values.forEach((key, value) -> environment.put(ConfigLoader.environmentVariable(key), value));
    }

    @Override
    public Integer call() throws InterruptedException {
        GatewayConfig config = config();
        new StartAudit(config.kafka(), "bedside-gateway").started(config);
        AppLifecycle.runUntilStopped(BedsideGateway.start(config), config.monitoring());
        return 0;
    }

    @Command(
            name = "rotate-keys",
            description = "Makes new keys for pseudonyms and sealed identities; older ones stay readable.")
    int rotateKeys() {
        GatewayConfig config = config();
        GatewayKeysets.rotate(config.keys());
        new CommandAudit(config.kafka(), spec.commandLine().getErr())
                .record(
                        AccessOperation.CHANGE_CONFIGURATION,
                        "keys in " + config.keys() + ": made new ones; older ones stay readable");
        return 0;
    }

    private GatewayConfig config() {
        return ConfigLoader.load(file, GatewayConfig.class, environment);
    }
}
