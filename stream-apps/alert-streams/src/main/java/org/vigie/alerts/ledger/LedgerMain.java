package org.vigie.alerts.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.vigie.alerts.ledger.LedgerCheck.Breach;
import org.vigie.alerts.ledger.LedgerCheck.Walked;
import org.vigie.runtime.KafkaSettings;

/**
 * {@code ledger verify [FILE | --from-broker HOST:PORT] [--registry URL] [--namespace NAME] [--json]} and {@code ledger export FILE
 * [--from-broker ...]}. Status 0: the ledger is whole; 1: it is broken; 2: it could not be asked.
 */
public final class LedgerMain {
    private static final String USAGE = """
            ledger verify [FILE | --from-broker HOST:PORT] [--registry URL] [--namespace NAME] [--json]
            ledger export FILE [--from-broker HOST:PORT] [--registry URL] [--namespace NAME]""";

    private final List<String> arguments;
    private final PrintStream out;

    private LedgerMain(List<String> arguments, PrintStream out) {
        this.arguments = new ArrayList<>(arguments);
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** The exit status. */
    public static int run(List<String> arguments, PrintStream out) {
        try {
            return new LedgerMain(arguments, out).run();
        } catch (IllegalArgumentException | IOException | KafkaException e) {
            out.println("The ledger could not be asked: " + e.getMessage());
            return 2;
        }
    }

    private int run() throws IOException {
        boolean json = arguments.remove("--json");
        KafkaSettings defaults = KafkaSettings.defaults();
        var kafka = new KafkaSettings(
                option("--from-broker", defaults.bootstrapServers()),
                option("--registry", defaults.registryUrl()),
                option("--namespace", defaults.namespace()),
                defaults.partitions());
        String what = arguments.isEmpty() ? "" : arguments.remove(0);
        Optional<Path> file = arguments.stream().findFirst().map(Path::of);
        if (arguments.size() > 1 || (what.equals("export") && file.isEmpty())) {
            throw new IllegalArgumentException("it is not said how\n" + USAGE);
        }
        return switch (what) {
            case "verify" -> verify(kafka, file, json);
            case "export" -> export(kafka, file.orElseThrow());
            default -> throw new IllegalArgumentException("it is not said how\n" + USAGE);
        };
    }

    private static int export(KafkaSettings kafka, Path file) throws IOException {
        Ledger.export(kafka, file);
        return 0;
    }

    private String option(String name, String otherwise) {
        int at = arguments.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 == arguments.size()) {
            throw new IllegalArgumentException(name + ": a value is missing\n" + USAGE);
        }
        arguments.remove(at);
        return arguments.remove(at);
    }

    private int verify(KafkaSettings kafka, Optional<Path> file, boolean json) throws IOException {
        LedgerVerification found =
                file.isPresent() ? LedgerVerification.ofFile(file.get()) : LedgerVerification.ofTopic(kafka);
        out.println(json ? json(found.walked(), found.breach()) : text(found.walked(), found.breach()));
        return found.isWhole() ? 0 : 1;
    }

    private static String text(Walked walked, Optional<Breach> breach) {
        return breach.map(broken -> "BROKEN at " + broken + "\n").orElse("The ledger is whole.\n")
                + "%d entries of %d stays, %d episodes, %d still open, %d sent again, %d without a chain, %d chains begun again"
                        .formatted(
                                walked.entries(),
                                walked.stays(),
                                walked.episodes(),
                                walked.open(),
                                walked.repeated(),
                                walked.unchained(),
                                walked.begunAgain());
    }

    private static String json(Walked walked, Optional<Breach> breach) {
        var mapper = new ObjectMapper();
        ObjectNode node = mapper.createObjectNode().put("whole", breach.isEmpty());
        node.setAll((ObjectNode) mapper.valueToTree(walked));
        breach.ifPresent(broken -> node.set("breach", mapper.valueToTree(broken)));
        return node.toPrettyString();
    }
}
