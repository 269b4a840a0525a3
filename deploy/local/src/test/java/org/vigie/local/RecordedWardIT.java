package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alerts.ledger.LedgerVerification;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.replay.archive.ArchiveCommand;
import org.vigie.simulator.FaultInjector;
import org.vigie.station.health.StalenessConfig;
import picocli.CommandLine;

/** Runs a whole ward on real recordings, with every malformed message that a device can send. */
class RecordedWardIT {
    private static final Duration START = Duration.ofMinutes(30);
    private static final Duration LIVE = Duration.ofSeconds(60);
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
        Path sent = directory.resolve("sent");
        try (var ward = ChildWard.start(
                AwaitedDemo.class,
                directory,
                "--port-offset",
                Integer.toString(OFFSET),
                "--recordings",
                RepositoryPaths.data().toString(),
                "--for",
                LIVE.toSeconds() + "s",
                "--report",
                file.toString(),
                sent.toString())) {
            await().atMost(START).until(() -> !ward.isAlive() || ward.output().contains("every part runs"));
            assertThat(ward.isAlive()).as(ward.output()).isTrue();
            assertThat(new ListeningSockets(ward.handle().pid()).addresses())
                    .hasSizeGreaterThan(10)
                    .allMatch(InetAddress::isLoopbackAddress);
            identified.admitAndMeasure();
            var kafka = new KafkaConnectionConfig("127.0.0.1:22392", "http://127.0.0.1:21381", "ward", 4)
                    .withRegistryToken(directory.resolve("data/access/tokens/ward"));
            sendEverythingMalformed(kafka);
            identified.discharge();
            assertThat(identified.topicsOfBed(kafka)).isNotEmpty();
            assertThat(identified.foundIn(kafka)).isEmpty();
            assertThat(identified.foundOnPages()).isEmpty();
            Files.createFile(sent);
            int status = ward.await(LIVE.plus(START));
            assertThat(status).as(ward.output()).isZero();
        }
        Path archive = archived();
        assertThat(archive).isDirectoryRecursivelyContaining("glob:**/observations.clean/**.parquet");
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
        eraseAndSearch(archive);
    }

    /** Archives what the ward took since yesterday, so that a midnight in between changes nothing. */
    private Path archived() {
        Path archive = directory.resolve("archive");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (var topics = StoppedWardTopics.of(directory.resolve("data"))) {
            for (LocalDate day : List.of(today.minusDays(1), today)) {
                int status = new CommandLine(new ArchiveCommand())
                        .execute(
                                "--to=" + archive,
                                "--day=" + day,
                                "--format=PARQUET",
                                "--broker=" + topics.kafka().bootstrapServers(),
                                "--registry=" + topics.kafka().registryUrl());
                assertThat(status).isZero();
            }
        }
        return archive;
    }

    /** The patient is erased from the stopped ward and its archive, and a search for names, numbers and pseudonyms finds nothing. */
    private void eraseAndSearch(Path archive) throws IOException {
        Path list = Files.writeString(directory.resolve("list.txt"), IdentifiedPatient.list());
        var printed = new StringWriter();
        int status = new CommandLine(new WardErasureCommand())
                .setOut(new PrintWriter(printed))
                .execute(
                        "--patient=" + IdentifiedPatient.NUMBER,
                        "--data-dir=" + directory.resolve("data"),
                        "--archive=" + archive,
                        "--list=" + list,
                        "--json");
        assertThat(status).as(printed.toString()).isZero();
        JsonNode certificate = new ObjectMapper().readTree(printed.toString());
        assertThat(certificate.path("erased").asBoolean()).isTrue();
        assertThat(certificate.path("keysDestroyed").asLong()).isEqualTo(1);
        assertThat(certificate.path("stays").asLong()).isPositive();
        assertThat(certificate.path("archived")).isNotEmpty();
        assertThat(certificate.at("/search/places"))
                .extracting(kind ->
                        kind.path("kind").asText() + " " + kind.path("found").size())
                .contains("records of topics 0", "files 0");
        for (String topic : List.of("identities.sealed", "messages.sealed", "observations.raw", "observations.clean")) {
            assertThat(certificate.path("records").path("vigie.ward." + topic).asLong())
                    .as(topic)
                    .isPositive();
        }
        try (var topics = StoppedWardTopics.of(directory.resolve("data"))) {
            assertThat(LedgerVerification.ofTopic(topics.kafka()).isWhole()).isTrue();
            assertThat(topics.read(topics.kafka().topics().observationsClean())).isNotEmpty();
        }
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
