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
import org.vigie.alerts.AlertConfiguration;
import org.vigie.alerts.AlertStreams;
import org.vigie.alerts.WatchSettings;
import org.vigie.alerts.ledger.LedgerVerification;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.runtime.KafkaSettings;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertState;
import org.vigie.simulator.BedsideSimulator;
import org.vigie.simulator.SimulatorConfig;
import org.vigie.vitals.VitalsConfiguration;
import org.vigie.vitals.VitalsStreams;

/**
 * A ward that starts with the past of its beds on a machine that is busy with something else. The beds speak all the time; the apps are
 * late. A bed counts as silent after seconds in place of a minute, so that a short delay is already one that could be mistaken for silence.
 */
class LoadedWardStoryIT {
    private static final int LOAD = 8;
    private static final int BEDS = 12;
    private static final Duration SILENCE = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path directory;

    @Test
    void aBedIsCalledSilentWhenItIsAndNotWhenItsReadingsAreReadLate() throws Exception {
        try (var broker = EmbeddedKafka.start(directory.resolve("kafka"))) {
            var kafka = new KafkaSettings(broker.bootstrapServers(), broker.registryUrl(), "ward", 4);
            broker.createTopics(kafka.topics());
            try (var alerts = AlertStreams.start(alerts(kafka))) {
                alerts.awaitRunning(PATIENCE);

                // given: 8 busy threads, a backlog, and apps that are stopped and started while the beds speak
                try (var load = BusyThreads.start(LOAD);
                        var beds = BedsideSimulator.start(beds(kafka))) {
                    beds.awaitLive(PATIENCE);
                    try (var vitals = VitalsStreams.start(vitals(kafka))) {
                        vitals.awaitRunning(PATIENCE);
                        catchUp(kafka);
                    }
                    pass(SILENCE.multipliedBy(2));
                    try (var vitals = VitalsStreams.start(vitals(kafka))) {
                        vitals.awaitRunning(PATIENCE);
                        catchUp(kafka);
                        assertThat(beds.isPlaying() && load.areBusy()).isTrue();
                        assertThat(silentBeds(kafka)).isEmpty();
                    }
                }

                // when: the beds fall silent, and what they said is read to its end
                try (var vitals = VitalsStreams.start(vitals(kafka))) {
                    vitals.awaitRunning(PATIENCE);
                    catchUp(kafka);

                    // then
                    await().atMost(PATIENCE)
                            .untilAsserted(() ->
                                    assertThat(silentBeds(kafka)).hasSize(BEDS).doesNotHaveDuplicates());
                }
            }
            theLedgerIsWholeAndEveryReadingAccountedFor(kafka);
        }
    }

    private static void theLedgerIsWholeAndEveryReadingAccountedFor(KafkaSettings kafka) throws Exception {
        LedgerVerification ledger = LedgerVerification.ofTopic(kafka);
        assertThat(ledger.breach()).isEmpty();
        assertThat(ledger.walked().episodes()).isGreaterThanOrEqualTo(BEDS);
        try (var census = new Census(kafka, Instant.now())) {
            census.readToEnd();
            assertThat(census.conserved()).isTrue();
        }
    }

    private static void catchUp(KafkaSettings kafka) throws Exception {
        try (var backlog = new Backlog(kafka)) {
            backlog.awaitWorkedOff(VitalsStreams.NAME, kafka.topics().observationsRaw(), PATIENCE);
            backlog.awaitWorkedOff(AlertStreams.NAME, kafka.topics().observationsClean(), PATIENCE);
        }
    }

    private static void pass(Duration length) {
        Instant end = Instant.now().plus(length);
        await().atMost(length.multipliedBy(5)).until(() -> Instant.now().isAfter(end));
    }

    private static List<String> silentBeds(KafkaSettings kafka) {
        return TopicRecords.read(kafka, kafka.topics().alertsLedger()).stream()
                .filter(alert -> alert.getRule().equals("bed_silent") && alert.getState() == AlertState.RAISED)
                .map(Alert::getBed)
                .toList();
    }

    private SimulatorConfig beds(KafkaSettings kafka) {
        return new SimulatorConfig(
                kafka, directory.resolve("simulator"), 1, "REA", BEDS, 0, Optional.empty(), 1, 60, 6, "quiet", false);
    }

    private VitalsConfiguration vitals(KafkaSettings kafka) {
        return new VitalsConfiguration(
                kafka,
                directory.resolve("vitals"),
                VitalsConfiguration.defaults().memory());
    }

    private AlertConfiguration alerts(KafkaSettings kafka) {
        WatchSettings ordinary = WatchSettings.defaults();
        return new AlertConfiguration(
                kafka,
                directory.resolve("alerts"),
                new WatchSettings(SILENCE, ordinary.riskAge(), ordinary.recall(), ordinary.memory()));
    }
}
