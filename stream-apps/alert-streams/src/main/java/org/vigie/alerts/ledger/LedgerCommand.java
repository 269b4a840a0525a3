package org.vigie.alerts.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.access.command.AccessOptions;
import org.vigie.alerts.ledger.LedgerCheck.LedgerBreach;
import org.vigie.alerts.ledger.LedgerCheck.LedgerSummary;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.config.KafkaConnectionConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the command {@code ./vigie ledger}, which verifies or exports the ledger of all alarms and commands. */
@Command(name = "ledger", description = "The ledger of all alarms and commands, a chain of hashes per stay.")
public final class LedgerCommand {
    @Spec
    CommandSpec spec;

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Command(
            name = "verify",
            description = {
                "Walks the ledger and names the first entry that breaks an invariant.",
                "Exit code 0: the ledger is whole; 1: it is broken; 2: it could not be asked."
            })
    int verify(
            @Parameters(
                            paramLabel = "FILE",
                            arity = "0..1",
                            description = "An exported ledger (default: the broker's).")
                    Optional<Path> file,
            @Mixin JsonAnswerOption json)
            throws IOException, InterruptedException {
        LedgerVerification found = file.isPresent()
                ? LedgerVerification.ofFile(file.get())
                : LedgerVerification.ofTopic(kafka.requireBroker());
        json.print(
                spec.commandLine().getOut(),
                text(found.walked(), found.breach()),
                json(found.walked(), found.breach()));
        return found.isWhole() ? CommandRunner.DONE : CommandRunner.NO;
    }

    @Command(name = "export", description = "Writes the ledger of a broker to a file that verify reads.")
    int export(
            @Parameters(paramLabel = "FILE", description = "The file to write.") Path file, @Mixin AccessOptions access)
            throws IOException, InterruptedException {
        KafkaConnectionConfig broker = kafka.requireBroker();
        access.to(broker, spec.commandLine().getErr(), System.getenv())
                .requireEveryUnit("the alarm ledger of all stays");
        AlertLedgerReader.export(broker, file);
        return CommandRunner.DONE;
    }

    private static String text(LedgerSummary summary, Optional<LedgerBreach> breach) {
        return breach.map(broken -> "BROKEN at " + broken + "\n").orElse("The ledger is whole.\n")
                + "%d entries of %d stays, %d episodes, %d still open, %d sent again, %d without a chain, %d chains begun again"
                        .formatted(
                                summary.entries(),
                                summary.stays(),
                                summary.episodes(),
                                summary.open(),
                                summary.repeated(),
                                summary.unchained(),
                                summary.begunAgain());
    }

    private static ObjectNode json(LedgerSummary summary, Optional<LedgerBreach> breach) {
        var mapper = new ObjectMapper();
        ObjectNode node = mapper.createObjectNode().put("whole", breach.isEmpty());
        node.setAll((ObjectNode) mapper.valueToTree(summary));
        breach.ifPresent(broken -> node.set("breach", mapper.valueToTree(broken)));
        return node;
    }
}
