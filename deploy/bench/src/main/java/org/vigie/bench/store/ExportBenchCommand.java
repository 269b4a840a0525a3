package org.vigie.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.bench.BenchDirectory;
import org.vigie.bench.BenchMachine;
import org.vigie.bench.BenchReport;
import org.vigie.bench.JsonOption;
import org.vigie.bench.ProcessCost;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.config.KafkaConnectionConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long an export of readings takes: {@code ./vigie bench export}. */
@Command(
        name = "export",
        description = {
            "Measures ./vigie export of clean readings to Parquet, from a broker in the same process, and counts the rows with DuckDB.",
            "Exit code 1: the file has another number of rows than were published."
        })
public final class ExportBenchCommand implements Callable<Integer> {
    private static final int READINGS_OF_A_RECORD = 7;

    @Spec
    CommandSpec spec;

    @Option(names = "--readings", paramLabel = "N", description = "Readings (default: ${DEFAULT-VALUE}).")
    long readings = 10_000_000;

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException, SQLException {
        Path directory = Files.createTempDirectory("vigie-bench-export");
        try (var broker = EmbeddedKafka.start(directory.resolve("kafka"))) {
            var kafka = new KafkaConnectionConfig(broker.bootstrapServers(), broker.registryUrl(), "ward", 1);
            broker.createTopics(kafka.topics());
            return measure(new ExportBench(kafka, directory.resolve("files")));
        } finally {
            new BenchDirectory(directory).delete();
        }
    }

    private int measure(ExportBench bench) throws IOException, SQLException {
        var line = spec.commandLine();
        long records = Math.max(1, readings / READINGS_OF_A_RECORD);
        bench.publish(records);
        ProcessCost cost = bench.export(line.getErr());
        Path file = bench.directory().resolve("clean.parquet");
        long rows = rows(file);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("readings", records * READINGS_OF_A_RECORD);
        figures.put("rows", rows);
        figures.put("readings_per_s", 1_000.0 * rows / cost.wall().toMillis());
        figures.putAll(cost.figures());
        figures.put("file_mib", Files.size(file) >> 20);
        var report = new BenchReport("export", BenchMachine.here(), List.of(), figures);
        json.write(report.text(), report.json(), line.getOut(), line.getErr());
        return rows == records * READINGS_OF_A_RECORD ? 0 : 1;
    }

    private static long rows(Path parquet) throws SQLException {
        try (var duckdb = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duckdb.createStatement();
                var answer = statement.executeQuery("SELECT count(*) FROM '%s'".formatted(parquet))) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
