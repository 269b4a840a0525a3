package org.vigie.bench.streams;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.bench.BenchMachine;
import org.vigie.bench.BenchReport;
import org.vigie.bench.JsonOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast a replay runs: {@code ./vigie bench replay}. */
@Command(
        name = "replay",
        description =
                "Measures how many times faster than the ward its verdicts and alarms are replayed, without a broker.")
public final class ReplayBenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--beds", paramLabel = "N", description = "Beds (default: ${DEFAULT-VALUE}).")
    int beds = 24;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Recorded time; each bed has one message a second (default: ${DEFAULT-VALUE}).")
    int seconds = 3_600;

    @Mixin
    JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        var unused = new ReplayRunTime(new WardLoad(beds, Duration.ofSeconds(seconds / 10))).measure();
        var load = new WardLoad(beds, Duration.ofSeconds(seconds));
        var took = new ReplayRunTime(load).measure();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("beds", beds);
        figures.put("replayed_s", seconds);
        figures.put("took_s", took.wall().toMillis() / 1_000.0);
        figures.put("times_real_time", 1_000.0 * seconds / took.wall().toMillis());
        figures.put("first_half_processor_s", took.firstHalf().toMillis() / 1_000.0);
        figures.put("second_half_processor_s", took.secondHalf().toMillis() / 1_000.0);
        figures.put(
                "times_real_time_of_processor",
                1_000.0 * seconds / took.processor().toMillis());
        figures.put("messages_per_s", 1_000.0 * load.messages() / took.wall().toMillis());
        var report = new BenchReport("replay", BenchMachine.here(), List.of(), figures);
        var line = spec.commandLine();
        json.write(report.text(), report.json(), line.getOut(), line.getErr());
        return 0;
    }
}
