package org.vigie.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.bench.BenchDirectory;
import org.vigie.bench.BenchMachine;
import org.vigie.bench.BenchReport;
import org.vigie.bench.JsonOption;
import org.vigie.bench.PeerComparison;
import org.vigie.bench.PeerComparison.BenchRounds;
import org.vigie.store.EmbeddedStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the dashboard sink's way into QuestDB, beside posting lines that are encoded already: {@code ./vigie bench store}. */
@Command(
        name = "store",
        description =
                "Measures how fast the dashboard sink writes rows into QuestDB, beside posting lines that are encoded already.")
public final class StoreBenchCommand implements Callable<Integer> {
    private static final String PEER = "encoded lines";
    private static final int WARM_UP = 2;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--batches",
            paramLabel = "N",
            description = "Batches of about 5,000 rows in each round (default: ${DEFAULT-VALUE}).")
    int batches = 40;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds that count (default: ${DEFAULT-VALUE}).")
    int rounds = 7;

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        var directory = new BenchDirectory(Files.createTempDirectory("vigie-bench-store"));
        try (var store = EmbeddedStore.start(directory.path(), 0, 0);
                var bench = new StoreBench(store, batches)) {
            BenchReport report = measure(bench);
            var line = spec.commandLine();
            json.write(report.text(), report.json(), line.getOut(), line.getErr());
            return bench.stored() == bench.sent() ? 0 : 1;
        } finally {
            directory.delete();
        }
    }

    private BenchReport measure(StoreBench bench) {
        var each = new BenchRounds(WARM_UP, rounds);
        List<PeerComparison> comparisons = List.of(
                PeerComparison.of(
                        "rows a second, mapped and written", "1/s", each, bench::mapAndWrite, PEER, bench::post),
                PeerComparison.of("rows a second, written as lines", "1/s", each, bench::write, PEER, bench::post));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows_per_batch", bench.rowsPerBatch());
        figures.put("rows_sent", bench.sent());
        figures.put("rows_stored", bench.stored());
        return new BenchReport("store", BenchMachine.here(), comparisons, figures);
    }
}
