package org.vigie.access.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.access.audit.AuditReport;
import org.vigie.access.audit.AuditVerification;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.config.KafkaConnectionConfig;
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
    int verify(@Mixin AccessOptions access, @Mixin JsonAnswerOption json) throws InterruptedException {
        AuditVerification found = AuditVerification.ofTopic(decided(access));
        String text = found.breach().map(breach -> "BROKEN at " + breach + "\n").orElse("The audit trail is whole.\n")
                + found.events() + " events in " + found.chains() + " chains" + cut(found);
        json.print(spec.commandLine().getOut(), text, json(found));
        return found.breach().isEmpty() ? CommandRunner.DONE : CommandRunner.NO;
    }

    @Command(
            name = "report",
            description =
                    "Counts the events by user, operation and outcome, and lists refusals, emergency accesses, changes of"
                            + " the alarm rules and the set-up, replays, deletions, exports, erasures, and starts of apps with a changed"
                            + " configuration.")
    int report(@Mixin AccessOptions access, @Mixin JsonAnswerOption json) throws InterruptedException {
        AuditReport found = AuditReport.ofTopic(decided(access));
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

    private static ObjectNode json(AuditVerification found) {
        ObjectNode node = JSON.createObjectNode()
                .put("whole", found.breach().isEmpty())
                .put("events", found.events())
                .put("chains", found.chains());
        ObjectNode cut = node.putObject("cut");
        found.cut().forEach((chain, begins) -> cut.put(chain, begins.toString()));
        found.breach().ifPresent(breach -> node.put("breach", breach));
        return node;
    }

    private static String cut(AuditVerification found) {
        return found.cut().values().stream()
                .max(Comparator.naturalOrder())
                .map(newest -> ", of which " + found.cut().size()
                        + " have lost their first events; the last of these begins " + newest
                        + ": events older than the retention of a year go by themselves, younger ones were deleted")
                .orElse("");
    }

    /** Returns the connection to the ward, once it is decided who may read its trail. */
    private KafkaConnectionConfig decided(AccessOptions access) throws InterruptedException {
        KafkaConnectionConfig ward = kafka.requireBroker();
        access.to(ward, spec.commandLine().getErr(), System.getenv()).requireEveryUnit("the audit trail");
        return ward;
    }
}
