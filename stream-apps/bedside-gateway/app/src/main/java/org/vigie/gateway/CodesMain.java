package org.vigie.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.configuration.Configuration;
import org.vigie.gateway.codes.Mapping;
import org.vigie.runtime.KafkaSettings;
import org.vigie.schemas.CodeMapping;
import org.vigie.schemas.UnmappedCode;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * {@code ./vigie codes unmapped} and {@code ./vigie codes map --sender MON --code 777777 rr}: the integrator's inbox. A running
 * gateway uses a mapping at once.
 */
public final class CodesMain {
    private static final String USAGE = """
            usage: ./vigie codes unmapped [--config FILE]
                   ./vigie codes map [--config FILE] [--sender NAME] [--code CODE] [--name NAME] VARIABLE""";

    private static final Duration DELIVERY = Duration.ofSeconds(10);

    private CodesMain() {}

    public static void main(String[] args) {
        Map<String, String> options = new HashMap<>();
        List<String> words = words(args, options);
        Optional<Path> file = Optional.ofNullable(options.get("--config")).map(Path::of);
        KafkaSettings kafka =
                Configuration.load(file, GatewayConfig.class, System.getenv()).kafka();
        if (words.equals(List.of("unmapped"))) {
            unmapped(kafka).forEach(System.out::println);
        } else if (words.size() == 2 && words.get(0).equals("map")) {
            map(
                    kafka,
                    options.getOrDefault("--sender", "*"),
                    options.getOrDefault("--code", ""),
                    options.getOrDefault("--name", ""),
                    words.get(1));
            System.out.println(
                    "mapped; a gateway that runs uses it at once and reads again what it still has (three days)");
        } else {
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    private static List<String> words(String[] args, Map<String, String> options) {
        List<String> words = new ArrayList<>();
        for (var rest = Arrays.asList(args).iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (word.startsWith("--") && rest.hasNext()) {
                options.put(word, rest.next());
            } else {
                words.add(word);
            }
        }
        return words;
    }

    /** One JSON line for each code, by key. */
    static List<String> unmapped(KafkaSettings kafka) {
        Map<String, UnmappedCode> codes = new TreeMap<>();
        try (var reader = new TopicReader<>(
                kafka, new AvroSerdes(kafka.registryUrl()), kafka.topics().codesUnmapped())) {
            reader.readAll(codes::put);
        }
        return codes.values().stream().map(UnmappedCode::toString).toList();
    }

    /** @throws IllegalArgumentException when there is no such variable, or neither code nor name */
    static void map(KafkaSettings kafka, String sender, String code, String name, String variable) {
        var unused = VariableCatalogue.standard().get(variable);
        var mapping = new Mapping(sender, code, name, variable);
        var record = new CodeMapping(mapping.sender(), mapping.code(), mapping.name(), variable, Instant.now());
        String key = String.join("|", mapping.sender(), mapping.code(), mapping.name());
        try (var broker = new Broker(kafka, new AvroSerdes(kafka.registryUrl()), DELIVERY)) {
            broker.send(kafka.topics().codesMapped(), key, record).join();
        }
    }
}
