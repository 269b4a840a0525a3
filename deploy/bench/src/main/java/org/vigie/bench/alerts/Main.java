package org.vigie.bench.alerts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.vigie.bench.BenchReport;

/** {@code ./vigie bench alerts [--beds 100] [--seconds 120] [--json FILE]}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException, TimeoutException {
        List<String> options = List.of(args);
        var bench = new AlertsBench(
                Integer.parseInt(value(options, "--beds", "100")),
                Duration.ofSeconds(Long.parseLong(value(options, "--seconds", "120"))));
        Path directory = Files.createTempDirectory("vigie-bench-alerts");
        try {
            BenchReport report = bench.run(directory);
            System.out.println(report.json());
            String file = value(options, "--json", "");
            if (!file.isEmpty()) {
                report.write(Path.of(file));
            }
        } finally {
            delete(directory);
        }
        System.exit(0);
    }

    private static String value(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 || at + 1 == options.size() ? otherwise : options.get(at + 1);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(Main::deleteOne);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
