package org.vigie.replay.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.access.command.AccessOptions;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.command.PeriodOptions;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.replay.namespace.WardOfReplay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Exports the records of a period: {@code ./vigie export}. */
@Command(
        name = "export",
        description = {
            "Writes readings with their verdicts, windows, scores, alerts, labels or stays of a period as files, with a data dictionary.",
            "Stays and beds get pseudonyms whose key is not kept. Times are append times of the broker."
        })
public final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin
    PeriodOptions times = new PeriodOptions();

    @Option(
            names = "--what",
            split = ",",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES}; several with commas (default: ${DEFAULT-VALUE}).")
    List<ExportKind> what = List.of(ExportKind.CLEAN);

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    ExportFormat format = ExportFormat.PARQUET;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the files.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Path directory;

    @Option(names = "--names", description = "Keeps the ward's names of stays and beds instead of pseudonyms.")
    boolean keepsNames;

    @Mixin
    AnonymityOptions anonymity = new AnonymityOptions();

    @Mixin
    AccessOptions access = new AccessOptions();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Instant now = Instant.now();
        var request = new ExportRequest(
                kafka.config(),
                new PartitionPeriod(times.from(now), times.to(now)),
                what,
                format,
                keepsNames ? ExportPseudonyms.none() : ExportPseudonyms.random(),
                anonymity.level(),
                directory);
        kafka.requireBroker();
        var ward = new WardOfReplay(kafka.config()).connection();
        access.to(ward, spec.commandLine().getErr(), System.getenv()).requireEveryUnit(request.auditDetail());
        ExportResult result = new ExportRun(request, spec.commandLine().getErr()).run();
        json.print(spec.commandLine().getOut(), result.text(), result.toMap());
        return CommandRunner.DONE;
    }
}
