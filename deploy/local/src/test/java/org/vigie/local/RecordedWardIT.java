package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.simulator.FaultInjector;
import org.vigie.station.health.StalenessConfig;

/** Runs a whole ward on real recordings, with every malformed message that a device can send. */
class RecordedWardIT {
    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration LIVE = Duration.ofSeconds(40);
    /** An older value is shown as dashes. A loaded machine needs longer than the second that the benchmarks measure. */
    private static final Duration FRESH = StalenessConfig.defaults().continuous();

    private static final String BED = "REA/01";

    private static final int OFFSET = 3_300;

    @TempDir
    Path directory;

    @Test
    void everyReadingIsAccountedForAndNothingMalformedStopsTheWard() throws Exception {
        // given
        assumeTrue(
                Files.isDirectory(RepositoryPaths.data()),
                () -> "SKIPPED: no recordings under " + RepositoryPaths.data() + "; set VIGIE_DATA");
        Path file = directory.resolve("report.json");
        var identified = new IdentifiedPatient(OFFSET);

        // when
        try (var ward = ChildWard.start(
                directory,
                "--port-offset",
                Integer.toString(OFFSET),
                "--recordings",
                RepositoryPaths.data().toString(),
                "--for",
                LIVE.toSeconds() + "s",
                "--report",
                file.toString())) {
            await().atMost(START).until(() -> !ward.isAlive() || ward.output().contains("live "));
            assertThat(ward.isAlive()).as(ward.output()).isTrue();
            assertThat(new ListeningSockets(ward.handle().pid()).addresses())
                    .hasSizeGreaterThan(10)
                    .allMatch(InetAddress::isLoopbackAddress);
            identified.admitAndMeasure();
            var kafka = new KafkaConnectionConfig("127.0.0.1:22392", "http://127.0.0.1:21381", "ward", 4)
                    .withRegistryToken(directory.resolve("data/access/tokens/ward"));
            sendEverythingMalformed(kafka);
            assertThat(identified.topicsOfBed(kafka)).isNotEmpty();
            assertThat(identified.foundIn(kafka)).isEmpty();
            int status = ward.await(LIVE.plus(START));
            assertThat(status).as(ward.output()).isZero();
        }
        assertThat(identified.foundBelow(directory)).isEmpty();
        JsonNode report = new ObjectMapper().readTree(file.toFile());

        // then
        assertThat(report.path("conserved").asBoolean())
                .as(report.toPrettyString())
                .isTrue();
        assertThat(report.at("/ledger/verified").asBoolean())
                .as(report.toPrettyString())
                .isTrue();
        assertThat(report.at("/counts/quarantined_records").asLong()).isEqualTo(5);
        for (String reason : List.of("UNKNOWN_VARIABLE", "NOT_A_NUMBER", "FUTURE_TIME", "UNKNOWN_BED")) {
            assertThat(report.at("/rejected/" + reason).asLong()).as(reason).isPositive();
        }
        for (String count : List.of("clean", "rejected", "imputed_cells", "windows", "scores")) {
            assertThat(report.at("/counts/" + count).asLong()).as(count).isPositive();
        }
        assertThat(report.at("/counts/scores_unavailable").asLong()).isZero();
        assertThat(report.at("/latency_ms/visible/p50").asLong()).isBetween(0L, FRESH.toMillis());
        assertThat(report.at("/memory_mb/highest").asLong()).isBetween(1L, 3_071L);
        assertThat(StreamSupport.stream(report.path("rows_stored").spliterator(), false))
                .anyMatch(rows -> rows.asLong() > 0);
    }

    private static void sendEverythingMalformed(KafkaConnectionConfig kafka) {
        Instant now = Instant.now();
        try (var feed = new FaultInjector(kafka)) {
            feed.malformedAvro(BED, now);
            feed.truncatedAvro(BED, now);
            feed.unknownSchema(BED, now);
            feed.notFramed(BED);
            feed.empty(BED);
            feed.unknownVariable(BED, now);
            feed.notANumber(BED, now);
            feed.futureTime(BED, now);
            feed.futureReceived(BED, now);
            feed.unknownBed(now);
        }
    }
}
