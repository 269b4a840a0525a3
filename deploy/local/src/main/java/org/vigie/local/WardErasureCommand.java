package org.vigie.local;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.vigie.local.erase.WardErasure;
import org.vigie.local.erase.WardErasureCertificate;
import org.vigie.local.identity.IdentitySearch;
import org.vigie.platform.command.CertificateOptions;
import org.vigie.platform.command.CommandRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Erases one patient from everything that a stopped ward keeps: {@code ./vigie erase-records}. */
@Command(
        name = "erase-records",
        description = {
            "Erases one patient from a stopped ward: keys, records of topics and changelogs, rows of the store, checkpoints, archives.",
            "Then searches all of it for the patient, and ends with exit code 1 when something is found (docs/security.md)."
        })
public final class WardErasureCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(
            names = "--patient",
            required = true,
            paramLabel = "NUMBER",
            description = "The patient's number as the admission system sends it (PID-3).")
    String patient = "";

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Data directory of the ward, as for demo and infra (default: ${DEFAULT-VALUE}).")
    Path dataDir = Path.of("data");

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "Folder of the gateway's secret keys (default: gateway/keys below the data directory).")
    Optional<Path> keys = Optional.empty();

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Folder of an archive or of an export with names; several times for several.")
    List<Path> archives = new ArrayList<>();

    @Option(
            names = "--list",
            paramLabel = "FILE",
            description = "File with the names and the birth date, one on each line, that the search looks for, too.")
    Optional<Path> list = Optional.empty();

    @Mixin
    CertificateOptions certificate = new CertificateOptions();

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        List<String> names = list.map(IdentitySearch::read).orElse(List.of());
        FileLock lock = PreflightChecks.of(LocalWardConfig.defaults(dataDir)).lock();
        try {
            WardErasureCertificate answer = new WardErasure(
                            dataDir,
                            keys.orElseGet(() -> dataDir.resolve("gateway").resolve("keys")),
                            archives,
                            spec.commandLine().getErr())
                    .run(patient, names);
            certificate.write(
                    spec.commandLine().getOut(), answer.toMap(), answer.lines().collect(Collectors.joining("\n")));
            return answer.isErased() ? CommandRunner.DONE : CommandRunner.NO;
        } finally {
            lock.acquiredBy().close();
        }
    }
}
