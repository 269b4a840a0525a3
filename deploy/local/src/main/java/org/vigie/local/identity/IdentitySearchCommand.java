package org.vigie.local.identity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.access.command.AccessOptions;
import org.vigie.platform.command.CertificateOptions;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.config.KafkaConnectionConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Searches a ward for identities of patients: {@code ./vigie identities}. */
@Command(
        name = "identities",
        description = {
            "Searches topics, store, state, checkpoints, logs, archives and pages for identities of patients.",
            "Ends with exit code 1 when one is found (docs/security.md)."
        })
public final class IdentitySearchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    AccessOptions access = new AccessOptions();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--list",
            required = true,
            paramLabel = "FILE",
            description = "File with one name, number or birth date on each line.")
    Path list = Path.of("");

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "Folder whose files are searched too: a ward's data, logs, archives; several times for several.")
    List<Path> folders = new ArrayList<>();

    @Option(
            names = "--page",
            paramLabel = "URL",
            description =
                    "Page that is searched too, such as http://127.0.0.1:18096/metrics; several times for several.")
    List<URI> pages = new ArrayList<>();

    @Option(names = "--no-topics", description = "Leaves the topics out, where no broker runs.")
    boolean withoutTopics;

    @Mixin
    CertificateOptions certificate = new CertificateOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<KafkaConnectionConfig> broker = withoutTopics ? Optional.empty() : Optional.of(kafka.requireBroker());
        broker.ifPresent(ward -> access.to(ward, spec.commandLine().getErr(), System.getenv())
                .requireEveryUnit("search for identities in every record"));
        IdentityCertificate answer = new IdentitySearch(IdentitySearch.read(list)).run(broker, folders, pages);
        certificate.write(
                spec.commandLine().getOut(), answer.toMap(), answer.lines().collect(Collectors.joining("\n")));
        return answer.isClean() ? CommandRunner.DONE : CommandRunner.NO;
    }
}
