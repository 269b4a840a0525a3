package org.vigie.access.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the command {@code ./vigie audit}, which verifies the audit trail or reports its events. */
@Command(name = "audit", description = "The audit trail: who did what on which patient, in chains of hashes.")
public final class AuditCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    CommandSpec spec;

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Command(
            name = "verify",
            description = {
                "Walks the audit trail and names the first event that breaks its chain.",
                "Exit code 0: the trail is whole; 1: it is broken; 2: it could not be asked."
            })
    int verify(@Mixin JsonAnswerOption json) throws InterruptedException {
        AuditVerification found = AuditVerification.ofTopic(kafka.requireBroker());
        String text = found.breach().map(breach -> "BROKEN at " + breach + "\n").orElse("The audit trail is whole.\n")
                + found.events() + " events in " + found.chains() + " chains";
        ObjectNode node = JSON.createObjectNode()
                .put("whole", found.breach().isEmpty())
                .put("events", found.events())
                .put("chains", found.chains());
        found.breach().ifPresent(breach -> node.put("breach", breach));
        json.print(spec.commandLine().getOut(), text, node);
        return found.breach().isEmpty() ? CommandRunner.DONE : CommandRunner.NO;
    }

    @Command(
            name = "report",
            description =
                    "Counts the events by user, operation and outcome, and lists refusals, emergency accesses, changes of"
                            + " the alarm rules and the set-up, replays, deletions, exports, erasures, and starts of apps with a changed"
                            + " configuration.")
    int report(@Mixin JsonAnswerOption json) throws InterruptedException {
        AuditReport found = AuditReport.ofTopic(kafka.requireBroker());
        Stream<String> counts = found.byUse().entrySet().stream().map(use -> use.getValue() + " " + use.getKey());
        String text = Stream.of(
                        counts, found.notable().stream(), found.acts().stream(), found.configurations().stream())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
        json.print(
                spec.commandLine().getOut(),
                text.isEmpty() ? "The audit trail is empty." : text,
                JSON.valueToTree(found));
        return CommandRunner.DONE;
    }
}
