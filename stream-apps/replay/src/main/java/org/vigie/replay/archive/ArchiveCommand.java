package org.vigie.replay.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.vigie.access.command.AccessOptions;
import org.vigie.platform.command.CommandRunner;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the records of one day into files by topic and unit: {@code ./vigie archive}. */
@Command(
        name = "archive",
        description = {
            "Writes the records that the broker took on one day (UTC) into files: DIR/TOPIC/day=DAY/unit=UNIT/records.avro or records.parquet.",
            "Files of that day are replaced. Canaries are left out. DuckDB and pandas read the files; docs/operations.md shows how."
        })
public final class ArchiveCommand implements Callable<Integer> {
    /** The command runs by itself each day; a broker that is slow for some seconds must not cost the day. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Spec
    CommandSpec spec;

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "Folder of the archive.")
    Path folder = Path.of("");

    @Option(names = "--day", paramLabel = "DAY", description = "Day in UTC: 2026-11-28 (default: yesterday).")
    Optional<LocalDate> day = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "AVRO: the records as on the topics; PARQUET: for DuckDB and pandas (default: ${DEFAULT-VALUE}).")
    ArchiveFormat format = ArchiveFormat.AVRO;

    @Mixin
    AccessOptions access = new AccessOptions();

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws InterruptedException {
        var broker = kafka.requireBroker(PATIENCE);
        LocalDate chosen = day.orElseGet(() -> LocalDate.now(Clock.systemUTC()).minusDays(1));
        access.to(broker, spec.commandLine().getErr(), System.getenv())
                .requireEveryUnit(auditDetail(broker.namespace(), chosen));
        Map<String, Long> written = new DayArchive(broker, folder, format).write(chosen);
        json.print(spec.commandLine().getOut(), text(chosen, written), written);
        return CommandRunner.DONE;
    }

    private String auditDetail(String ward, LocalDate chosen) {
        return "archive of %s, day %s, as %s"
                .formatted(ward, chosen, format.name().toLowerCase(Locale.ROOT));
    }

    private String text(LocalDate chosen, Map<String, Long> written) {
        var lines = new StringJoiner(System.lineSeparator());
        lines.add("Records of " + chosen + " in " + folder + ":");
        written.forEach((topic, records) -> lines.add("  %-24s %d".formatted(topic, records)));
        return lines.toString();
    }
}
