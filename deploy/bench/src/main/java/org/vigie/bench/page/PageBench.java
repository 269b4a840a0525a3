package org.vigie.bench.page;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.vigie.access.AccessRole;
import org.vigie.access.login.ApiTokens;
import org.vigie.bench.BenchReport;
import org.vigie.bench.streams.SimulatedLoad;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.vitals.CleaningMemoryConfig;
import org.vigie.vitals.VitalsStreams;
import org.vigie.vitals.VitalsStreamsConfig;

/**
 * Measures the page with the simulator, the broker and vitals-streams in this process, the station in a second one, and Chromium.
 *
 * @param pages open event streams, of which one is Chromium's
 * @param warmUp before the measurement
 * @param length of the measurement
 * @param chromium program of the browser
 */
record PageBench(int beds, int pages, Duration warmUp, Duration length, Path chromium) {
    private static final int PARTITIONS = 4;
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    PageBench {
        require(beds >= 1, "beds", "1 or more", beds);
        require(pages >= 1, "pages", "1 or more", pages);
        require(!warmUp.isNegative(), "warm-up", "0 or more seconds", warmUp);
        require(length.toSeconds() >= 1, "seconds", "1 or more", length);
        require(Files.isExecutable(chromium), "chromium", "a program; install Chromium", chromium);
    }

    static void require(boolean holds, String option, String rule, Object was) {
        if (!holds) {
            throw new IllegalArgumentException(option + ": must be " + rule + ", was " + was);
        }
    }

    BenchReport run(Path directory) throws Exception {
        try (var kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
            var settings =
                    new KafkaConnectionConfig(kafka.bootstrapServers(), kafka.registryUrl(), "bench", PARTITIONS);
            kafka.createTopics(settings.topics());
            try (var vitals = VitalsStreams.start(new VitalsStreamsConfig(
                            settings, directory.resolve("vitals"), CleaningMemoryConfig.defaults()));
                    var station = StationProcess.start(settings, directory.resolve("access"))) {
                vitals.awaitRunning(START_TIMEOUT);
                return withLoad(settings, station, directory);
            }
        }
    }

    @SuppressWarnings("try") // The simulator is closed at the end, nothing is asked of it.
    private BenchReport withLoad(KafkaConnectionConfig kafka, StationProcess station, Path directory) throws Exception {
        Deque<StreamReaderPage> readers = new ArrayDeque<>();
        try (var simulator = new SimulatedLoad(beds).start(kafka, directory);
                var browser = ChromiumPage.open(chromium, directory.resolve("chromium"), station.login(), beds)) {
            readers.addAll(readers(station, directory.resolve("access")));
            Thread.sleep(warmUp.toMillis());
            return new PageMeasurement(beds, station, browser, List.copyOf(readers)).measure(length);
        } finally {
            for (StreamReaderPage reader : readers) {
                reader.close();
            }
        }
    }

    private List<StreamReaderPage> readers(StationProcess station, Path access)
            throws IOException, InterruptedException {
        var tokens = new ApiTokens(access.resolve("tokens"));
        var client = HttpClient.newHttpClient();
        List<StreamReaderPage> readers = new ArrayList<>();
        for (int page = 1; page < pages; page++) {
            var token = tokens.own("page-" + page, AccessRole.WALL_SCREEN);
            readers.add(StreamReaderPage.open(client, station.address(), token, page == 1));
        }
        return readers;
    }
}
