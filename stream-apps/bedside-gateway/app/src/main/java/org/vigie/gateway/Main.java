package org.vigie.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.configuration.Configuration;
import org.vigie.gateway.identity.Keys;
import org.vigie.runtime.Lifecycle;

/** {@code ./vigie gateway [FILE] [--mllp-port N] [--fhir-port N] [--mqtt URL] [--broker HOST:PORT] [--registry URL] [--keys DIR] [--zone ZONE]}. */
public final class Main {
    private static final Map<String, String> OPTIONS = Map.of(
            "--broker", "VIGIE_KAFKA_BOOTSTRAP_SERVERS",
            "--registry", "VIGIE_KAFKA_REGISTRY_URL",
            "--mqtt", "VIGIE_MQTT_URL",
            "--namespace", "VIGIE_KAFKA_NAMESPACE");

    private Main() {}

    /** @param args optionally a configuration file; options go before it; {@code rotate-keys} renews the keys and ends */
    public static void main(String[] args) throws InterruptedException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        List<String> words = new ArrayList<>();
        List<String> given = Arrays.asList(args);
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).startsWith("--") && i + 1 < given.size()) {
                environment.put(variable(given.get(i)), given.get(++i));
            } else {
                words.add(given.get(i));
            }
        }
        boolean rotates = words.remove("rotate-keys");
        Optional<Path> file = words.stream().findFirst().map(Path::of);
        GatewayConfig config = Configuration.load(file, GatewayConfig.class, environment);
        if (rotates) {
            Keys.rotate(config.keys());
        } else {
            Lifecycle.runUntilStopped(Gateway.start(config));
        }
    }

    /** {@code --mllp-port} is {@code mllp.port}, as is {@code VIGIE_MLLP_PORT}. */
    private static String variable(String option) {
        return OPTIONS.getOrDefault(
                option, "VIGIE_" + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
