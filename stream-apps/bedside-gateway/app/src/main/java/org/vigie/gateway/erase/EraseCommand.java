package org.vigie.gateway.erase;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.access.command.AccessOptions;
import org.vigie.access.command.CommandAccess;
import org.vigie.gateway.identity.GatewayKeysets;
import org.vigie.platform.command.CertificateOptions;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.config.KafkaConnectionConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the identity and the raw messages of one patient unreadable: {@code ./vigie erase}. */
@Command(
        name = "erase",
        description = {
            "Destroys the key of one patient, so that nobody can read the identity and the raw messages any more.",
            "Then reads every sealed record, and ends with exit code 1 when one of this patient can still be read (docs/security.md)."
        })
public final class EraseCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    AccessOptions access = new AccessOptions();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--patient",
            required = true,
            paramLabel = "NUMBER",
            description = "The patient's number as the admission system sends it (PID-3).")
    String patient = "";

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "Folder of the gateway's secret keys: keys (default: ${DEFAULT-VALUE}).")
    Path keys = Path.of("data", "gateway", "keys");

    @Mixin
    CertificateOptions certificate = new CertificateOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        KafkaConnectionConfig broker = kafka.requireBroker();
        GatewayKeysets keysets = GatewayKeysets.existing(keys);
        CommandAccess asking = access.to(broker, spec.commandLine().getErr(), System.getenv());
        asking.requireEveryUnit("an erasure begins");
        List<String> pseudonyms = keysets.pseudonyms().patient(patient);
        long destroyed = pseudonyms.stream().filter(keysets.patients()::destroy).count();
        var search = new SealedRecordSearch(keysets.seal(), patient, pseudonyms);
        search.read(broker);
        var answer =
                new ErasureCertificate(Instant.now(), pseudonyms, destroyed, search.unreadable(), search.readable());
        asking.record(answer.counts());
        certificate.write(spec.commandLine().getOut(), answer.toMap(), answer.text());
        return answer.isErased() ? CommandRunner.DONE : CommandRunner.NO;
    }
}
