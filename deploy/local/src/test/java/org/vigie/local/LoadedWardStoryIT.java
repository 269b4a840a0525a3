package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alerts.AlertStreams;
import org.vigie.alerts.AlertStreamsConfig;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.alerts.ledger.LedgerVerification;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.simulator.BedsideSimulator;
import org.vigie.simulator.SimulatorConfig;
import org.vigie.vitals.VitalsStreams;
import org.vigie.vitals.VitalsStreamsConfig;

/**
 * Starts a ward with a backlog on a machine under load. The beds send continuously while the apps are late. A bed
 * counts as silent after seconds in place of a minute, so that a short delay could be mistaken for silence.
 */
class LoadedWardStoryIT {
    private static final int LOAD = 8;
    private static final int BEDS = 12;
    private static final Duration SILENCE = Duration.ofSeconds(6);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @TempDir
    Path directory;

    @Test
    void aBedIsReportedSilentWhenItStopsAndNotWhenItsReadingsAreReadLate() throws Exception {
        try (var broker = EmbeddedKafka.start(directory.resolve("kafka"))) {
            var kafka = new KafkaConnectionConfig(broker.bootstrapServers(), broker.registryUrl(), "ward", 4);
            broker.createTopics(kafka.topics());
            try (var alerts = AlertStreams.start(alerts(kafka))) {
                alerts.awaitRunning(TIMEOUT);

                // given: a load of 8, a backlog, and apps that are stopped and started while the beds send
                try (var load = BusyThreads.bringLoadTo(LOAD);
                        var beds = BedsideSimulator.start(beds(kafka))) {
                    beds.awaitLive(TIMEOUT);
                    try (var vitals = VitalsStreams.start(vitals(kafka))) {
                        vitals.awaitRunning(TIMEOUT);
                        catchUp(kafka);
                    }
                    load.restWhile(() -> pass(SILENCE.multipliedBy(2)));
                    try (var vitals = VitalsStreams.start(vitals(kafka))) {
                        vitals.awaitRunning(TIMEOUT);
                        catchUp(kafka);
                        assertThat(beds.isPlaying() && load.areBusy()).isTrue();
                        assertThat(silentBeds(kafka)).isEmpty();
                    }
                }

                // when: the beds stop sending, and their readings are read to the end
                try (var vitals = VitalsStreams.start(vitals(kafka))) {
                    vitals.awaitRunning(TIMEOUT);
                    catchUp(kafka);

                    // then
                    await().atMost(TIMEOUT)
                            .untilAsserted(() ->
                                    assertThat(silentBeds(kafka)).hasSize(BEDS).doesNotHaveDuplicates());
                }
            }
            theLedgerIsWholeAndEveryReadingAccountedFor(kafka);
        }
    }

    private static void theLedgerIsWholeAndEveryReadingAccountedFor(KafkaConnectionConfig kafka) throws Exception {
        LedgerVerification ledger = LedgerVerification.ofTopic(kafka);
        assertThat(ledger.breach()).isEmpty();
        assertThat(ledger.walked().episodes()).isGreaterThanOrEqualTo(BEDS);
        try (var topicCounts = new TopicCounts(kafka, Instant.now())) {
            topicCounts.readToEnd();
            assertThat(topicCounts.differences()).isEmpty();
        }
    }

    private static void catchUp(KafkaConnectionConfig kafka) throws Exception {
        try (var lag = new ConsumerLag(kafka)) {
            lag.awaitCaughtUp(VitalsStreams.NAME, kafka.topics().observationsRaw(), TIMEOUT);
            lag.awaitCaughtUp(AlertStreams.NAME, kafka.topics().observationsClean(), TIMEOUT);
        }
    }

    private static void pass(Duration length) {
        Instant end = Instant.now().plus(length);
        await().atMost(length.plus(TIMEOUT)).until(() -> Instant.now().isAfter(end));
    }

    private static List<String> silentBeds(KafkaConnectionConfig kafka) {
        return TopicRecords.read(kafka, kafka.topics().alertsLedger()).stream()
                .filter(alert -> alert.getRule().equals("bed_silent") && alert.getState() == AlertStateRecord.RAISED)
                .map(Alert::getBed)
                .toList();
    }

    private SimulatorConfig beds(KafkaConnectionConfig kafka) {
        return new SimulatorConfig(
                kafka, directory.resolve("simulator"), 1, "REA", BEDS, 0, Optional.empty(), 1, 60, 6, "quiet", false);
    }

    private VitalsStreamsConfig vitals(KafkaConnectionConfig kafka) {
        return new VitalsStreamsConfig(
                kafka,
                directory.resolve("vitals"),
                VitalsStreamsConfig.defaults().memory());
    }

    private AlertStreamsConfig alerts(KafkaConnectionConfig kafka) {
        StayWatchConfig ordinary = StayWatchConfig.defaults();
        return new AlertStreamsConfig(
                kafka,
                directory.resolve("alerts"),
                new StayWatchConfig(SILENCE, ordinary.riskAge(), ordinary.recall(), ordinary.memory()));
    }
}
